// SPDX-License-Identifier: Apache-2.0
#include "core/records/importer.hpp"
#include "core/records/trend.hpp"
#include "core/records/whose.hpp"
#include "record_vault.hpp"

#include <QtTest>

using namespace keepwell;
using namespace keepwell::records;

namespace {

struct Wallet
{
    test::RecordVault vault;
    vault::PersonId me = *addPerson(vault.database(), "Ana Ruiz", {}, true);

    void add(const std::string &resource)
    {
        const auto report
            = importBytes(vault.database(), test::StillClock{}, "x.json", resource, {});
        if (report->added != 1) {
            qFatal("%s", report->rejected.front().detail.c_str());
        }
    }
    std::vector<Trend> trends() { return *trendsOf(vault.database(), me); }
};

constexpr const char *kResult = R"({"resourceType": "Observation", "status": "final",
    "category": [{"coding": [{"code": "laboratory"}]}],
    "code": {"coding": [{"system": "urn:loinc", "code": "%1", "display": "Creatinine"}]},
    "effectiveDateTime": "%2", "valueQuantity": {"value": %3, "unit": "%4"}%5})";

constexpr const char *kRange
    = R"(, "referenceRange": [{"low": {"value": 60}, "high": {"value": 90}}])";

constexpr const char *kPressure = R"({"resourceType": "Observation", "status": "final",
    "category": [{"coding": [{"code": "vital-signs"}]}], "code": {"text": "Blood pressure"},
    "effectiveDateTime": "2026-01-05", "component": [
        {"code": {"text": "Upper"}, "valueQuantity": {"value": 132, "unit": "mmHg"}},
        {"code": {"text": "Lower"}, "valueQuantity": {"value": 78, "unit": "mmHg"}}]})";

std::string result(const char *code, const char *date, const char *value, const char *unit,
                   const char *rest = "")
{
    return QString::fromUtf8(kResult).arg(code, date, value, unit, rest).toStdString();
}

} // namespace

class TrendTest : public QObject
{
    Q_OBJECT

private slots:
    void values_areOldestFirstWithTheirRange();
    void units_areNeverMixed();
    void codes_areNeverMixed();
    void mistakes_andBoundsAreLeftOut();
    void components_areTestsOfTheirOwn();
    void newestTest_isFirst();
    void loinc_isFoundAmongOtherCodes();
};

void TrendTest::values_areOldestFirstWithTheirRange()
{
    Wallet wallet;
    wallet.add(result("2160-0", "2026-03-01", "92", "umol/L", kRange));
    wallet.add(result("2160-0", "2024-03-01", "70.50", "umol/L"));
    wallet.add(result("2160-0", "2025-03-01", "80", "umol/L"));
    const auto trends = wallet.trends();
    QCOMPARE(trends.size(), std::size_t{1});
    QCOMPARE(trends[0].title, "Creatinine");
    QCOMPARE(trends[0].unit, "umol/L");
    QCOMPARE(trends[0].points.size(), std::size_t{3});
    QCOMPARE(trends[0].points[0].text, "70.50 umol/L");
    QCOMPARE(trends[0].points[0].low, std::optional<double>{});
    QCOMPARE(trends[0].points[2].value, 92.0);
    QCOMPARE(trends[0].points[2].low, std::optional{60.0});
    QCOMPARE(trends[0].points[2].high, std::optional{90.0});
    QCOMPARE(trends[0].points[2].flag, RangeFlag::JustAbove);
}

void TrendTest::units_areNeverMixed()
{
    Wallet wallet;
    wallet.add(result("2160-0", "2026-03-01", "92", "umol/L"));
    wallet.add(result("2160-0", "2025-03-01", "1.04", "mg/dL"));
    const auto trends = wallet.trends();
    QCOMPARE(trends.size(), std::size_t{2});
    QCOMPARE(trends[0].points.size(), std::size_t{1});
    QCOMPARE(trends[1].unit, "mg/dL");
}

void TrendTest::codes_areNeverMixed()
{
    Wallet wallet;
    wallet.add(result("2160-0", "2026-03-01", "92", "umol/L"));
    wallet.add(result("14682-9", "2025-03-01", "80", "umol/L"));
    QCOMPARE(wallet.trends().size(), std::size_t{2});
}

void TrendTest::mistakes_andBoundsAreLeftOut()
{
    Wallet wallet;
    std::string mistake = result("2160-0", "2026-03-01", "920", "umol/L");
    mistake.replace(mistake.find("final"), 5, "entered-in-error");
    wallet.add(mistake);
    std::string bound = result("2160-0", "2026-03-02", "5", "umol/L");
    bound.replace(bound.find("\"value\": 5"), 10, "\"comparator\": \"<\", \"value\": 5");
    wallet.add(bound);
    QVERIFY(wallet.trends().empty());
}

void TrendTest::components_areTestsOfTheirOwn()
{
    Wallet wallet;
    wallet.add(kPressure);
    const auto trends = wallet.trends();
    QCOMPARE(trends.size(), std::size_t{2});
    QCOMPARE(trends[0].title, "Upper");
    QCOMPARE(trends[1].points[0].value, 78.0);
}

void TrendTest::newestTest_isFirst()
{
    Wallet wallet;
    wallet.add(result("2160-0", "2024-03-01", "92", "umol/L"));
    wallet.add(result("14682-9", "2025-03-01", "80", "umol/L"));
    QCOMPARE(wallet.trends()[0].points[0].value, 80.0);
}

void TrendTest::loinc_isFoundAmongOtherCodes()
{
    Wallet wallet;
    wallet.add(result("2160-0", "2024-03-01", "92", "umol/L"));
    QCOMPARE(wallet.trends()[0].loinc, ""); // its code is of another system
    std::string both = result("KREA", "2025-03-01", "80", "umol/L");
    both.replace(both.find("\"display\""), 0, R"("display": "Krea"},
        {"system": "http://loinc.org", "code": "14682-9", )");
    wallet.add(both);
    QCOMPARE(wallet.trends()[0].loinc, "14682-9");
}

QTEST_APPLESS_MAIN(TrendTest)
#include "trend_test.moc"
