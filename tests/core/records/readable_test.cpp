// SPDX-License-Identifier: Apache-2.0
#include "core/records/importer.hpp"
#include "core/records/readable.hpp"
#include "core/records/whose.hpp"
#include "core/vault/record_table.hpp"
#include "record_vault.hpp"

#include <QtTest>

using namespace keepwell;
using namespace keepwell::records;

namespace {

Readable read(std::string_view json)
{
    auto readable = readResource(json);
    if (!readable) {
        qFatal("%s", readable.error().detail.c_str());
    }
    return *std::move(readable);
}

const ReadableField *find(const Readable &readable, std::string_view label)
{
    for (const ReadableSection &section : readable.sections) {
        for (const ReadableField &field : section.fields) {
            if (field.label == label) {
                return &field;
            }
        }
    }
    return nullptr;
}

} // namespace

class ReadableTest : public QObject
{
    Q_OBJECT

private slots:
    void result_hasValueRangeAndFlag();
    void flag_followsTheLab_data();
    void flag_followsTheLab();
    void bloodPressure_hasBothNumbers();
    void prescription_hasDose();
    void labels_arePeoplesWords();
    void labels_ofAChoiceDoNotNameItsType();
    void answers_areListed();
    void texts_areNeutralised();
    void narrative_isSafe();
    void text_saysWhatIsMissing();
    void deep_isBounded();
    void noResource_isRefused();
    void whatItSays_standsAboveTheBooks();
    void stopped_isSaidFirst();
    void report_showsTheValuesItPointsAt();
    void list_saysWhatItPointsAt();
    void neighbours_giveWords();
    void bareReferences_areNothingMissing();
    void sameTwice_isSaidOnce();
    void units_areWrittenForPeople();
    void amounts_areOneList();
    void insides_comeAfterWhatTheyAreIn();
    void codesOfPeople_haveWords();
    void narrativeOfAPublisher_isNobodysWords();
};

void ReadableTest::result_hasValueRangeAndFlag()
{
    const Readable readable = read(R"({"resourceType":"Observation","status":"final",
        "category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Kidney filter rate"},
        "effectiveDateTime":"2026-11-12T09:30:00+01:00",
        "valueQuantity":{"value":58.50,"unit":"mL/min"},
        "referenceRange":[{"low":{"value":60,"unit":"mL/min"},"high":{"value":90,"unit":"mL/min"}}],
        "performer":[{"reference":"Organization/1","display":"Larkmere Lab"}]})");
    QCOMPARE(readable.title, "Kidney filter rate 58.50 mL/min");
    QCOMPARE(readable.kind, vault::RecordKind::Result);
    QCOMPARE(readable.date, "2026-11-12T08:30:00Z");
    QCOMPARE(readable.source, "Larkmere Lab");
    const ReadableField *result = find(readable, "Result");
    QVERIFY(result != nullptr);
    QCOMPARE(result->value, "58.50 mL/min");
    QCOMPARE(result->range, "60 to 90 mL/min");
    QCOMPARE(result->flag, RangeFlag::JustBelow);
    QCOMPARE(find(readable, "Date")->value, "2026-11-12 09:30");
    QVERIFY(renderText(readable).contains("Just below range"));
}

void ReadableTest::flag_followsTheLab_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<int>("flag");
    const auto row = [](const char *parts, RangeFlag flag) {
        QTest::newRow(parts) << QByteArray{parts} << static_cast<int>(flag);
    };
    row(R"("interpretation":[{"coding":[{"code":"H"}]}])", RangeFlag::Above);
    row(R"("interpretation":[{"coding":[{"code":"HH"}]}])", RangeFlag::Urgent);
    row(R"("interpretation":[{"coding":[{"code":"N"}]}])", RangeFlag::InRange);
    row(R"("referenceRange":[{"low":{"value":5}}])", RangeFlag::InRange);
    row(R"("referenceRange":[{"high":{"value":5}}])", RangeFlag::Above);
    row(R"("referenceRange":[{"low":{"value":50},"high":{"value":60}}])", RangeFlag::Below);
    row(R"("referenceRange":[{"low":{"value":5,"unit":"g"}}])", RangeFlag::None);
    row(R"("referenceRange":[{"text":"none"}])", RangeFlag::None);
    row(R"("note":[])", RangeFlag::None);
}

void ReadableTest::flag_followsTheLab()
{
    QFETCH(QByteArray, parts);
    QFETCH(int, flag);
    const Readable readable = read(
        R"({"resourceType":"Observation","code":{"text":"x"},"valueQuantity":{"value":10,"unit":"mg"},)"
        + parts.toStdString() + '}');
    QCOMPARE(static_cast<int>(find(readable, "Result")->flag), flag);
}

void ReadableTest::bloodPressure_hasBothNumbers()
{
    const Readable readable
        = read(R"({"resourceType":"Observation","code":{"text":"BP"},"component":[
        {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6","display":"Systolic"}]},
            "valueQuantity":{"value":132,"unit":"mmHg"}},
        {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4","display":"Diastolic"}]},
            "valueQuantity":{"value":78,"unit":"mmHg"}}]})");
    QCOMPARE(readable.title, "Blood pressure 132/78");
    QCOMPARE(find(readable, "Systolic")->value, "132 mmHg");
    QCOMPARE(find(readable, "Diastolic")->value, "78 mmHg");
}

void ReadableTest::prescription_hasDose()
{
    const Readable readable = read(R"({"resourceType":"MedicationRequest","status":"active",
        "contained":[{"resourceType":"Medication","id":"m","code":{"text":"Metformin 500 mg"}}],
        "medicationReference":{"reference":"#m"},"dosageInstruction":[{"timing":{"repeat":
        {"frequency":2,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":
        {"value":1,"unit":"tablet"}}],"asNeededBoolean":false}]})");
    QCOMPARE(readable.title, "Metformin 500 mg");
    QCOMPARE(find(readable, "Dose")->value, "1 tablet, 2 times a day");
    QCOMPARE(find(readable, "Status")->value, "Active");
}

void ReadableTest::labels_arePeoplesWords()
{
    const Readable readable = read(R"({"resourceType":"Appointment","status":"booked",
        "start":"2026-11-30T10:20:00Z","end":"2026-11-30T10:40:00Z","minutesDuration":20,
        "participant":[{"actor":{"display":"Dr Amara Okafor"},"status":"accepted"}]})");
    QCOMPARE(find(readable, "Starts")->value.substr(0, 10), "2026-11-30");
    QVERIFY(find(readable, "Ends") != nullptr);
    QCOMPARE(find(readable, "Minutes")->value, "20");
    QCOMPARE(find(readable, "Who")->value, "Dr Amara Okafor");
    QCOMPARE(find(readable, "Start"), nullptr);
    QCOMPARE(find(readable, "Actor"), nullptr);
}

void ReadableTest::labels_ofAChoiceDoNotNameItsType()
{
    const Readable words = read(R"({"resourceType":"Condition","code":{"text":"Asthma"},
        "onsetString":"in childhood","abatementAge":{"value":19,"unit":"years"}})");
    QCOMPARE(find(words, "Began")->value, "in childhood");
    QCOMPARE(find(words, "Ended at age")->value, "19 years");
    const Readable dated = read(R"({"resourceType":"MedicationStatement","status":"active",
        "medicationReference":{"display":"Metformin"},"effectiveDateTime":"2026-11-12"})");
    QCOMPARE(dated.title, "Metformin");
    QCOMPARE(find(dated, "Medicine"), nullptr); // the title says it
    QVERIFY(find(dated, "Date") != nullptr);
}

void ReadableTest::answers_areListed()
{
    const Readable readable = read(R"({"resourceType":"QuestionnaireResponse","item":[
        {"linkId":"1","text":"About you","item":[{"linkId":"1.1","text":"Do you smoke?",
        "answer":[{"valueBoolean":false}]}]},{"linkId":"2","text":"How often?",
        "answer":[{"valueCoding":{"display":"Never"}}]},{"linkId":"3","text":"Why?"}]})");
    QCOMPARE(find(readable, "Do you smoke?")->value, "No");
    QCOMPARE(find(readable, "How often?")->value, "Never");
    QCOMPARE(find(readable, "Why?")->value, "No answer");
}

void ReadableTest::texts_areNeutralised()
{
    const Readable readable = read(
        R"({"resourceType":"Patient","name":[{"family":"\u202egnp.exe\u202c","given":["A\u200bB",
        "\u0007bell"]}],"address":[{"text":"line\none\u0000two"}]})");
    QCOMPARE(readable.title, "AB bell gnp.exe");
    QCOMPARE(find(readable, "Address")->value, "line onetwo");
    const Readable markup
        = read(R"({"resourceType":"Patient","name":[{"family":"<b>bold</b>&lt;i&gt;"}]})");
    QCOMPARE(markup.title, "<b>bold</b>&lt;i&gt;");
}

void ReadableTest::narrative_isSafe()
{
    const Readable readable
        = read(R"({"resourceType":"Basic","text":{"div":"<div xmlns=\"x\" )"
               R"(onclick=\"a()\"><p style=\"background:url(http://example.org/a)\">One )"
               R"(<b>two</b></p><script>alert(1)</script><img src=\"http://example.org/a\"/>)"
               R"(<a href=\"javascript:a()\">link</a><table><tr><td )"
               R"(colspan=\"2\">a</td><td>b</td></tr></table></div>"}})");
    QCOMPARE(readable.narrativeText, "One two\nlink\n\na · b");
    for (const char *bad :
         {"script", "alert", "img", "http", "style", "onclick", "href", "xmlns"}) {
        QVERIFY2(!readable.narrativeHtml.contains(bad), bad);
    }
    QVERIFY(readable.narrativeHtml.contains("<td colspan=\"2\">a</td>"));
    const Readable broken
        = read(R"({"resourceType":"Basic","text":{"div":"<div><script>x</div> & <b>"}})");
    QVERIFY(!broken.narrativeHtml.contains("<script"));
}

void ReadableTest::text_saysWhatIsMissing()
{
    const Readable readable
        = read(R"({"resourceType":"Basic","code":{"text":"x"},"odd":{"a":{"b":[[{"x":"y"}]]}}})");
    QVERIFY(readable.partsNotShown >= 1);
    QVERIFY(renderText(readable).contains("could not be shown"));
}

void ReadableTest::deep_isBounded()
{
    std::string text = R"({"resourceType":"QuestionnaireResponse")";
    constexpr int kDepth = 60;
    for (int i = 0; i < kDepth; ++i) {
        text += R"(,"item":[{"text":"q")";
    }
    for (int i = 0; i < kDepth; ++i) {
        text += "}]";
    }
    QVERIFY(readResource(text + '}').has_value());
    std::string div = R"({"resourceType":"Basic","text":{"div":")";
    for (int i = 0; i < 100'000; ++i) {
        div += "<b>";
    }
    QVERIFY(readResource(div + "\"}}").has_value());
}

void ReadableTest::noResource_isRefused()
{
    for (const char *text :
         {"", "[]", "{}", "{\"resourceType\":1}", "{\"resourceType\":\"x y\"}"}) {
        QCOMPARE(readResource(text).error().code, ErrorCode::InvalidInput);
    }
}

namespace {

QStringList labels(const ReadableSection &section)
{
    QStringList found;
    for (const ReadableField &field : section.fields) {
        found << QString::fromStdString(field.label);
    }
    return found;
}

} // namespace

void ReadableTest::whatItSays_standsAboveTheBooks()
{
    const Readable readable = read(R"({"resourceType":"MedicationRequest","status":"active",
        "intent":"order","medicationCodeableConcept":{"text":"Metformin 500 mg"},
        "authoredOn":"2026-05-01","note":[{"text":"With food"}],
        "dosageInstruction":[{"text":"Twice a day"}]})");
    QCOMPARE(labels(readable.sections.front()),
             (QStringList{"Dose", "Written on", "Note", "Status", "What it is"}));
    QCOMPARE(readable.title, "Metformin 500 mg"); // stands above, so not again as "Medicine"
}

void ReadableTest::stopped_isSaidFirst()
{
    const Readable readable = read(R"({"resourceType":"MedicationRequest","intent":"order",
        "medicationCodeableConcept":{"text":"Metformin 500 mg"},"status":"stopped",
        "dosageInstruction":[{"text":"Twice a day"}]})");
    QCOMPARE(labels(readable.sections.front()).front(), "Status");
}

void ReadableTest::report_showsTheValuesItPointsAt()
{
    test::RecordVault vault;
    QVERIFY(addPerson(vault.database(), "Ana Ruiz", {}, true).has_value());
    const std::string bundle = R"({"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:uuid:r1","resource":{"resourceType":"DiagnosticReport","id":"r1",
         "status":"final","code":{"text":"Blood tests"},"effectiveDateTime":"2026-05-01",
         "conclusion":"All fine","result":[{"reference":"urn:uuid:o2"},{"reference":"urn:uuid:o1",
         "display":"Potassium"},{"reference":"urn:uuid:nowhere"}]}},
        {"fullUrl":"urn:uuid:o1","resource":{"resourceType":"Observation","id":"o1",
         "status":"final","category":[{"coding":[{"code":"laboratory"}]}],
         "code":{"text":"Potassium"},"effectiveDateTime":"2026-05-01",
         "valueQuantity":{"value":4.4,"unit":"mmol/L"}}},
        {"fullUrl":"urn:uuid:o2","resource":{"resourceType":"Observation","id":"o2",
         "status":"final","category":[{"coding":[{"code":"laboratory"}]}],
         "code":{"text":"Sodium"},"effectiveDateTime":"2026-05-01",
         "valueQuantity":{"value":140,"unit":"mmol/L"}}}]})";
    const auto added = importBytes(vault.database(), test::StillClock{}, "x.json", bundle, {});
    QCOMPARE(added->added, std::uint64_t{3});
    const auto rows = vault::RecordTable{vault.database()}.list({});
    const auto report = std::ranges::find(*rows, "Blood tests", &vault::RecordRow::title);
    QVERIFY(report != rows->end());
    const auto readable = readRecord(vault.database(), report->id);
    QVERIFY(readable.has_value());
    QCOMPARE(labels(readable->sections.at(0)), QStringList{"Conclusion"});
    QCOMPARE(readable->sections.at(1).heading, "Results");
    QCOMPARE(labels(readable->sections.at(1)), (QStringList{"Sodium", "Potassium"}));
    QCOMPARE(readable->sections.at(1).fields.front().value, "140 mmol/L");
}

void ReadableTest::list_saysWhatItPointsAt()
{
    test::RecordVault vault;
    QVERIFY(addPerson(vault.database(), "Ana Ruiz", {}, true).has_value());
    const std::string bundle = R"({"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:uuid:l1","resource":{"resourceType":"List","id":"l1","title":"My medicines",
         "encounter":{"reference":"http://clinic.example/Encounter/e1/_history/2"},
         "entry":[{"item":{"reference":"urn:uuid:m1"}},{"item":{"reference":"MedicationStatement/m2"}},
                  {"item":{"reference":"MedicationStatement/gone"}}]}},
        {"fullUrl":"urn:uuid:m1","resource":{"resourceType":"MedicationStatement","id":"m1",
         "medicationCodeableConcept":{"text":"Metformin 500 mg"}}},
        {"fullUrl":"urn:uuid:m2","resource":{"resourceType":"MedicationStatement","id":"m2",
         "medicationCodeableConcept":{"text":"Ramipril 5 mg"}}},
        {"fullUrl":"urn:uuid:e1","resource":{"resourceType":"Encounter","id":"e1",
         "type":[{"text":"Yearly check"}]}}]})";
    QVERIFY(importBytes(vault.database(), test::StillClock{}, "x.json", bundle, {}).has_value());
    // The same ids in another file are other things.
    const std::string_view other = R"({"resourceType":"MedicationStatement","id":"gone",
        "medicationCodeableConcept":{"text":"Warfarin"}})";
    QVERIFY(importBytes(vault.database(), test::StillClock{}, "y.json", other, {}).has_value());
    const auto rows = vault::RecordTable{vault.database()}.list({});
    const auto list = std::ranges::find(*rows, "My medicines", &vault::RecordRow::title);
    QVERIFY(list != rows->end());
    const auto readable = readRecord(vault.database(), list->id);
    QVERIFY(readable.has_value());
    const std::string text = renderText(*readable);
    QVERIFY2(text.contains("Metformin 500 mg"), text.c_str());
    QVERIFY2(text.contains("Ramipril 5 mg"), text.c_str());
    QVERIFY2(text.contains("Visit: Yearly check"), text.c_str());
    QVERIFY(!text.contains("Warfarin"));
    QCOMPARE(readable->partsNotShown, 0U);
}

void ReadableTest::neighbours_giveWords()
{
    const std::string_view visit = R"({"resourceType":"Encounter","id":"e1","status":"finished",
        "diagnosis":[{"condition":{"reference":"Condition/c1"}}]})";
    Neighbours beside;
    beside.add(R"({"resourceType":"Condition","id":"c1","code":{"text":"Sprained ankle"}})");
    const auto together = readResource(visit, beside);
    QVERIFY(together.has_value());
    QVERIFY(find(*together, "Condition") != nullptr);
    QCOMPARE(find(*together, "Condition")->value, "Sprained ankle");
    QCOMPARE(find(read(visit), "Condition"), nullptr);
}

void ReadableTest::bareReferences_areNothingMissing()
{
    const Readable readable = read(R"({"resourceType":"Communication","sent":"2026-01-02",
        "sender":{"identifier":{"system":"urn:x","value":"12"}},
        "recipient":[{"reference":"Patient/1"}],
        "payload":[{"contentReference":{"reference":"DocumentReference/9"}}]})");
    QCOMPARE(readable.partsNotShown, 0U);
}

void ReadableTest::sameTwice_isSaidOnce()
{
    const Readable readable = read(R"json({"resourceType":"Procedure","status":"completed",
        "code":{"text":"Throat swab (procedure)"},
        "reasonCode":[{"text":"Sore throat (finding)"},{"text":"Sore throat (finding)"}],
        "note":[{"text":"Well borne"}]})json");
    QCOMPARE(readable.title, "Throat swab");
    QCOMPARE(find(readable, "Name"), nullptr); // the title says it
    QCOMPARE(find(readable, "Reason")->value, "Sore throat");
    QCOMPARE(
        std::ranges::count(readable.sections.front().fields, "Sore throat", &ReadableField::value),
        1);
}

void ReadableTest::units_areWrittenForPeople()
{
    const Readable tablets = read(R"({"resourceType":"MedicationDispense",
        "medicationCodeableConcept":{"text":"Ramipril"},"quantity":{"value":30,"unit":"{tablet}"}})");
    QCOMPARE(find(tablets, "How much")->value, "30 tablet");
    const Readable pressure = read(R"({"resourceType":"Observation","code":{"text":"Systolic"},
        "valueQuantity":{"value":132,"unit":"mm[Hg]"}})");
    QCOMPARE(find(pressure, "Result")->value, "132 mmHg");
    QCOMPARE(pressure.title, "Systolic 132 mmHg");
}

void ReadableTest::amounts_areOneList()
{
    const Readable readable = read(R"({"resourceType":"ExplanationOfBenefit","item":[{"sequence":1,
        "diagnosisSequence":[1],"productOrService":{"text":"Eye test"},"adjudication":[
        {"category":{"text":"Allowed"},"amount":{"value":80,"currency":"EUR"}},
        {"category":{"text":"Paid"},"amount":{"value":72.5,"currency":"EUR"}},
        {"category":{"text":"Sessions"},"value":3},
        {"category":{"text":"Refused"},"reason":{"text":"Too late"}}]}],
        "total":[{"category":{"text":"Sum"},"amount":{"value":80,"currency":"EUR"}}]})");
    QCOMPARE(find(readable, "Allowed")->value, "80 EUR");
    QCOMPARE(find(readable, "Paid")->value, "72.50 EUR");
    QCOMPARE(find(readable, "Sessions")->value, "3");
    QCOMPARE(find(readable, "Refused")->value, "Too late");
    QCOMPARE(find(readable, "Sum")->value, "80 EUR");
    QCOMPARE(find(readable, "Diagnosis"), nullptr); // the number of a line tells nobody anything
    QCOMPARE(std::ranges::count(readable.sections, "How it was decided", &ReadableSection::heading),
             1);
    QCOMPARE(readable.partsNotShown, 0U);
}

void ReadableTest::insides_comeAfterWhatTheyAreIn()
{
    const Readable readable = read(R"({"resourceType":"ExplanationOfBenefit","item":[
        {"adjudication":[{"category":{"text":"Paid"},"amount":{"value":1,"currency":"EUR"}}],
         "productOrService":{"text":"Eye test"}}]})");
    const auto place = [&](std::string_view label) {
        return std::ranges::find_if(
                   readable.sections,
                   [&](const ReadableSection &section) {
                       return std::ranges::count(section.fields, label, &ReadableField::label) > 0;
                   })
            - readable.sections.begin();
    };
    QVERIFY(place("What it was") < place("Paid"));
}

void ReadableTest::codesOfPeople_haveWords()
{
    const Readable person = read(R"({"resourceType":"Patient","name":[{"family":"Ruiz"}],
        "maritalStatus":{"coding":[{"code":"W",
        "system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus"}]},
        "communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"es"}]}}]})");
    QCOMPARE(find(person, "Marital status")->value, "Widowed");
    QCOMPARE(find(person, "Language")->value, "Spanish");
    const Readable plan = read(R"({"resourceType":"Coverage","class":[{"type":{"text":"Group"},
        "name":"Teachers","value":"G-7"},{"type":{"text":"Plan"},"value":"Gold"}]})");
    QCOMPARE(find(plan, "Group")->value, "Teachers (G-7)");
    QCOMPARE(find(plan, "Plan")->value, "Gold");
}

void ReadableTest::narrativeOfAPublisher_isNobodysWords()
{
    const Readable made = read(R"({"resourceType":"Condition","code":{"text":"Gout"},"text":{"div":
        "<div><p>Generated Narrative: Condition 77</p><p>clinicalStatus: Active</p></div>"}})");
    QCOMPARE(made.narrativeText, "");
    QCOMPARE(made.narrativeHtml, "");
    const Readable written
        = read(R"({"resourceType":"Condition","code":{"text":"Gout"},"text":{"div":
        "<div>Worse in the mornings</div>"}})");
    QCOMPARE(written.narrativeText, "Worse in the mornings");
}

QTEST_APPLESS_MAIN(ReadableTest)
#include "readable_test.moc"
