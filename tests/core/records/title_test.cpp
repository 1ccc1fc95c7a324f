// SPDX-License-Identifier: Apache-2.0
#include "core/records/importer.hpp"
#include "core/records/readable.hpp"
#include "core/records/whose.hpp"
#include "core/vault/record_table.hpp"
#include "record_vault.hpp"

#include <QtTest>

#include <algorithm>
#include <clocale>

using namespace keepwell;
using namespace keepwell::records;

/// What a list calls records, of the kinds that come from servers of many sorts.
class TitleTest : public QObject
{
    Q_OBJECT

private slots:
    void title_saysWhatItIs_data();
    void title_saysWhatItIs();
    void date_isFoundInOtherVersions_data();
    void date_isFoundInOtherVersions();
    void numbers_areTheSameInEveryLanguage();
    void place_isTheSourceWhereNobodyIsNamed();
    void claim_isNamedThroughItsBundle();
    void questionnaire_isNamedByItsAddress();
};

void TitleTest::title_saysWhatItIs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const char *json, const char *title) {
        QTest::newRow(name) << QByteArray{json} << QString::fromUtf8(title);
    };

    row("statement, paid", R"({"resourceType":"ExplanationOfBenefit","use":"claim",
        "insurer":{"display":"Blue River Health"},
        "item":[{"productOrService":{"text":"Not Applicable"}},
                {"productOrService":{"text":"Eye test"}}],
        "total":[{"category":{"coding":[{"code":"submitted"}]},
                  "amount":{"value":200.00,"currency":"USD"}}],
        "payment":{"amount":{"value":129.16,"currency":"USD"}}})",
        "Insurance statement: Eye test, Blue River Health paid 129.16 USD");
    row("statement, total of what was paid", R"({"resourceType":"ExplanationOfBenefit",
        "insurance":[{"coverage":{"display":"Blue River Health"}}],
        "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type",
                           "code":"pharmacy"}]},
        "total":[{"category":{"coding":[{"code":"submitted"}]},"amount":{"value":9,"currency":"USD"}},
                 {"category":{"coding":[{"code":"benefit"}]},"amount":{"value":7,"currency":"USD"}}]})",
        "Insurance statement: Pharmacy, Blue River Health paid 7 USD");
    row("statement, only what was asked", R"({"resourceType":"ExplanationOfBenefit",
        "item":[{"productOrService":{"coding":[{"display":"Physical therapy"}]}}],
        "total":[{"category":{"coding":[{"code":"submitted"}]},
                  "amount":{"value":80,"currency":"EUR"}}]})",
        "Insurance statement: Physical therapy, 80 EUR");
    row("dust of sums", R"({"resourceType":"ExplanationOfBenefit","insurer":{"display":"Medicaid"},
        "item":[{"productOrService":{"text":"Prenatal visit"}}],
        "payment":{"amount":{"value":11843.416000000001,"currency":"USD"}}})",
        "Insurance statement: Prenatal visit, Medicaid paid 11843.42 USD");
    row("claim", R"({"resourceType":"Claim","use":"claim","total":{"value":129.16,"currency":"USD"},
        "insurance":[{"coverage":{"display":"Humana"}}],
        "item":[{"productOrService":{"text":"Flu shot"}}]})",
        "Claim: Flu shot, 129.16 USD billed to Humana");
    row("nobody insured", R"({"resourceType":"ExplanationOfBenefit",
        "insurer":{"display":"NO_INSURANCE"},"item":[{"productOrService":{"text":"Visit"}}],
        "payment":{"amount":{"value":0.0,"currency":"USD"}}})",
        "Insurance statement: Visit, 0.00 USD paid");
    row("approval", R"({"resourceType":"Claim","use":"preauthorization",
        "item":[{"productOrService":{"text":"Wheelchair"}}],"insurer":{"display":"Humana"}})",
        "Request for approval: Wheelchair, Humana");
    row("nothing told", R"({"resourceType":"Claim","use":"claim"})", "Claim");
    row("bill", R"({"resourceType":"Invoice","totalGross":{"value":14.50,"currency":"EUR"},
        "lineItem":[{"chargeItemCodeableConcept":{"text":"Cough syrup"}}]})",
        "Bill: Cough syrup, 14.50 EUR");

    row("standard code without words", R"({"resourceType":"Consent","scope":{"coding":[{
        "system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"adr"}]}})",
        "Consent: Advance directive");
    row("visit without words", R"({"resourceType":"Encounter","class":{
        "system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
        "serviceProvider":{"display":"Hill Clinic"}})",
        "Outpatient visit");
    row("visit, no system", R"({"resourceType":"Encounter","class":{"code":"IMP"}})",
        "Hospital stay");
    row("words that say nothing", R"({"resourceType":"Procedure","code":{"text":"Unknown"},
        "reasonCode":[{"text":"Broken wrist"}]})",
        "Broken wrist");
    row("sodium is no nothing", R"({"resourceType":"Observation","code":{"text":"Na"},
        "valueQuantity":{"value":140,"unit":"mmol/L"}})",
        "Na 140 mmol/L");
    row("words where a code belongs", R"({"resourceType":"Specimen","type":{"coding":[{
        "code":"Blood"}]}})",
        "Specimen: Blood");
    row("a code", R"({"resourceType":"Specimen","type":{"coding":[{"code":"BLD"}]}})",
        "Specimen (BLD)");
    row("no code for nothing", R"({"resourceType":"MedicationRequest","medicationCodeableConcept":{
        "coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason",
        "code":"not-applicable"}]}})",
        "Prescription");
    row("identifier is no name", R"({"resourceType":"MedicationRequest",
        "identifier":[{"type":{"text":"Pharmacy number"},"value":"12"}]})",
        "Prescription");
    row("display that repeats the reference", R"({"resourceType":"DeviceRequest",
        "codeReference":{"reference":"Device/12","display":"Device/12"}})",
        "Device request");
    row("display that hides the words", R"({"resourceType":"MedicationStatement",
        "contained":[{"resourceType":"Medication","id":"1","code":{"text":"Diltiazem 180 mg"}}],
        "medicationReference":{"reference":"#1","display":"Medication/I607_3"}})",
        "Diltiazem 180 mg");
    row("a slash is no address", R"({"resourceType":"ServiceRequest",
        "code":{"text":"Hemoglobin/hematocrit"}})",
        "Hemoglobin/hematocrit");
    row("nothing, with its tag", R"j({"resourceType":"Encounter","type":[{"coding":[{
        "display":"Unknown (qualifier value)"}]}],"reasonCode":[{"text":"Cough"}]})j",
        "Cough");
    row("a number of a machine", R"({"resourceType":"Medication","code":{"coding":[{
        "code":"be472ea0-1691-11df-97a5-7038c432aabf"}]}})",
        "Medication");
    row("markup", R"({"resourceType":"Goal","description":{"text":
        "<ul><li>Walk more</li></ul><br/>"}})",
        "Goal: Walk more");
    row("nothing but markup", R"({"resourceType":"DeviceRequest","text":{"div":
        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p><b/div>"}})",
        "Device request");
    row("markup before words", R"({"resourceType":"DeviceRequest","note":[{"text":"<br/>"}],
        "text":{"div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Wheelchair</div>"}})",
        "Wheelchair");
    row("escaped markup", R"({"resourceType":"DiagnosticReport","text":{"div":
        "&lt;span id=\"a\">&lt;b>Iron &lt;/b>10.2 g/dl &lt;/span>"}})",
        "Iron 10.2 g/dl");
    row("less than", R"({"resourceType":"Observation","code":{"text":"Lead"},
        "valueString":"< 5 ug"})",
        "Lead: < 5 ug");
    const auto number = [&](const char *name, const char *value, const char *title) {
        row(name,
            (R"({"resourceType":"Observation","code":{"text":"Iron"},"valueQuantity":{"value":)"
             + std::string{value} + R"(,"unit":"mg"}})")
                .c_str(),
            title);
    };
    number("power of ten", "1.0e2", "Iron 100 mg");
    number("power with a rest", "-1.2345E+2", "Iron -123.45 mg");
    number("small power", "5e-3", "Iron 0.005 mg");
    number("power of nothing", "0e5", "Iron 0 mg");
    number("power beyond sense", "1e400", "Iron 1e400 mg");
    number("many decimals", "26.1234567890123", "Iron 26.12 mg");
    number("many decimals, large", "1234.56789", "Iron 1234.6 mg");
    number("hardly anything", "0.0000123", "Iron 0.0000123 mg");
    number("no number at all", R"("see e3")", "Iron see e3 mg");
    number("huge", "12345678901234567890.12345", "Iron 12345678901234567890 mg");
    row("a message for programs", R"({"resourceType":"Communication","payload":[
        {"contentString":"{\"v\":1}"},{"contentString":"Ready at noon"}]})",
        "Ready at noon");
    row("narrative that repeats the reference",
        R"({"resourceType":"MedicationRequest","text":{"div":
        "<div><p>Generated Narrative</p><p>medication: Medication/77</p></div>"}})",
        "Prescription");
    row("patient is not whom one meets", R"({"resourceType":"Appointment","participant":[
        {"actor":{"reference":"Patient/1","display":"Ana Ruiz"}},
        {"actor":{"reference":"Practitioner/2","display":"Dr Lund"}}]})",
        "Appointment: Dr Lund");
    row("address is no name", R"({"resourceType":"QuestionnaireResponse",
        "questionnaire":"http://forms.example/Questionnaire/f77"})",
        "Answers to questions");
    row("contained questionnaire", R"({"resourceType":"QuestionnaireResponse","questionnaire":"#q",
        "contained":[{"resourceType":"Questionnaire","id":"q","title":"Sleep diary"}]})",
        "Questionnaire: Sleep diary");
    row("message of a server", R"({"resourceType":"OperationOutcome","issue":[
        {"severity":"warning","details":{"text":"Some results are held back"}}]})",
        "Note of the sending system: Some results are held back");

    row("collection", R"({"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Binary","contentType":"application/pkcs7-mime"}},
        {"resource":{"resourceType":"Bundle","type":"document","entry":[
            {"resource":{"resourceType":"Composition","title":"Receipt"}}]}}]})",
        "Collection of records: Receipt");
    row("collection of nothing named", R"({"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Binary"}},{"resource":{"resourceType":"Binary"}}]})",
        "Collection of 2 records");

    row("vaccine not given", R"({"resourceType":"Immunization","status":"not-done",
        "vaccineCode":{"text":"Yellow fever"}})",
        "Yellow fever vaccine, not given");
    row("ruled out", R"({"resourceType":"Condition","code":{"text":"Gout"},"verificationStatus":{
        "coding":[{"code":"refuted"}]}})",
        "Gout, ruled out");
    row("in error", R"({"resourceType":"Observation","status":"entered-in-error",
        "code":{"text":"Weight"},"valueQuantity":{"value":700,"unit":"kg"}})",
        "Weight 700 kg, entered in error");
    row("cancelled", R"({"resourceType":"Appointment","status":"cancelled",
        "description":"Knee check"})",
        "Knee check, cancelled");
    row("not to be taken", R"({"resourceType":"MedicationRequest","doNotPerform":true,
        "medicationCodeableConcept":{"text":"Aspirin"}})",
        "Aspirin, not to be taken");

    row("DSTU2 order", R"({"resourceType":"MedicationOrder",
        "medicationReference":{"display":"Amitriptyline 10 mg"}})",
        "Amitriptyline 10 mg");
    row("DSTU2 allergy", R"({"resourceType":"AllergyIntolerance",
        "substance":{"text":"Peanuts"}})",
        "Peanuts");
    row("R5 prescription", R"({"resourceType":"MedicationRequest",
        "medication":{"concept":{"text":"Losartan 50 mg"}}})",
        "Losartan 50 mg");
}

void TitleTest::title_saysWhatItIs()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, title);
    const auto readable = readResource(json.toStdString());
    QVERIFY(readable.has_value());
    QCOMPARE(QString::fromStdString(readable->title), title);
}

void TitleTest::date_isFoundInOtherVersions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("date");
    const auto row = [](const char *name, const char *json, const char *date) {
        QTest::newRow(name) << QByteArray{json} << QString{date};
    };
    row("DSTU2 order", R"({"resourceType":"MedicationOrder","dateWritten":"2013-09-22"})",
        "2013-09-22");
    row("DSTU2 given", R"({"resourceType":"MedicationAdministration",
        "effectiveTimePeriod":{"start":"2020-09-24"}})",
        "2020-09-24");
    row("R5 visit", R"({"resourceType":"Encounter","actualPeriod":{"start":"2021-01-28"}})",
        "2021-01-28");
    row("day of the service", R"({"resourceType":"ExplanationOfBenefit","created":"2017-02-01",
        "item":[{"servicedDate":"2016-12-01"}]})",
        "2016-12-01");
    row("charge", R"({"resourceType":"ChargeItem","enteredDate":"2023-04-21"})", "2023-04-21");
    row("course of treatment", R"({"resourceType":"ServiceRequest","occurrenceTiming":{"repeat":{
        "boundsPeriod":{"start":"2021-10-10"}}}})",
        "2021-10-10");
}

void TitleTest::date_isFoundInOtherVersions()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, date);
    const auto readable = readResource(json.toStdString());
    QVERIFY(readable.has_value());
    QCOMPARE(QString::fromStdString(readable->date), date);
}

void TitleTest::numbers_areTheSameInEveryLanguage()
{
    // Where the decimal sign is a comma, the C library reads "0.95" as 0.
    const char *comma = nullptr;
    for (const char *name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "fr_FR.utf8"}) {
        comma = comma == nullptr ? std::setlocale(LC_NUMERIC, name) : comma;
    }
    if (comma == nullptr) {
        QSKIP("no language with a decimal comma is installed here");
    }
    const auto back = qScopeGuard([] { std::setlocale(LC_NUMERIC, "C"); });
    const auto readable = readResource(R"({"resourceType":"Observation","code":{"text":"Iron"},
        "valueQuantity":{"value":0.9512345,"unit":"mg"},
        "referenceRange":[{"low":{"value":0.9},"high":{"value":0.99}}]})");
    QCOMPARE(readable->title, std::string{"Iron 0.9512 mg"});
    QVERIFY(readable->sections.front().fields.front().flag == RangeFlag::InRange);
}

void TitleTest::place_isTheSourceWhereNobodyIsNamed()
{
    const auto placed = readResource(R"({"resourceType":"Encounter","location":[
        {"location":{"reference":"Location/1","display":"Lake Hospital"}}]})");
    QCOMPARE(placed->source, std::string{"Lake Hospital"});
    const auto named = readResource(R"({"resourceType":"Encounter",
        "serviceProvider":{"reference":"Organization/1","display":"Lake Trust"},
        "location":[{"location":{"reference":"Location/1","display":"Ward 4"}}]})");
    QCOMPARE(named->source, std::string{"Lake Trust"});
}

namespace {

QStringList titlesOf(const std::string &file)
{
    test::RecordVault vault;
    (void)addPerson(vault.database(), "Me", {}, true);
    if (!importBytes(vault.database(), test::StillClock{}, "f.json", file, {})) {
        return {};
    }
    vault::RecordFilter all;
    all.limit = 0;
    QStringList titles;
    const auto rows = vault::RecordTable{vault.database()}.list(all);
    for (const vault::RecordRow &row : *rows) {
        titles += QString::fromStdString(row.title);
    }
    return titles;
}

} // namespace

void TitleTest::claim_isNamedThroughItsBundle()
{
    const QStringList titles = titlesOf(R"({"resourceType":"Bundle","type":"transaction","entry":[
        {"fullUrl":"urn:uuid:0001","resource":{"resourceType":"Claim","use":"claim",
            "prescription":{"reference":"urn:uuid:0002"},"insurer":{"reference":"urn:uuid:0003"},
            "item":[{"productOrService":{"text":"Consultation"}}],
            "total":{"value":20.5,"currency":"USD"}}},
        {"fullUrl":"urn:uuid:0002","resource":{"resourceType":"MedicationRequest",
            "medicationCodeableConcept":{"text":"Insulin glargine"}}},
        {"fullUrl":"urn:uuid:0003","resource":{"resourceType":"Organization","name":"Aurora Insurance"}}
    ]})");
    QVERIFY2(titles.contains("Claim: Insulin glargine, 20.50 USD billed to Aurora Insurance"),
             qPrintable(titles.join(" | ")));
}

void TitleTest::questionnaire_isNamedByItsAddress()
{
    const QStringList titles = titlesOf(R"({"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"QuestionnaireResponse",
            "questionnaire":"http://forms.example/f77|3","item":[{"text":"How are you?"}]}},
        {"resource":{"resourceType":"Questionnaire","url":"http://forms.example/f77",
            "title":"Pain diary"}}]})");
    QVERIFY2(titles.contains("Questionnaire: Pain diary"), qPrintable(titles.join(" | ")));
}

QTEST_GUILESS_MAIN(TitleTest)
#include "title_test.moc"
