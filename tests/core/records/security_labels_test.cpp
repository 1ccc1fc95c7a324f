// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/security_labels.hpp"

#include <QtTest>

using namespace keepwell::records;

class SecurityLabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void label_isPrivateOrNot_data();
    void label_isPrivateOrNot();
};

void SecurityLabelsTest::label_isPrivateOrNot_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<bool>("isPrivate");
    const auto label = [](const char *system, const char *code) {
        return QByteArray{R"({"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-)"}
        + system + R"(","code":")" + code + R"("}]})";
    };
    for (const char *code : {"R", "V"}) {
        QTest::addRow("confidentiality %s", code) << label("Confidentiality", code) << true;
    }
    for (const char *code : {"U", "L", "M", "N", "r", "HIV", ""}) {
        QTest::addRow("confidentiality %s", code) << label("Confidentiality", code) << false;
    }
    for (const char *code : {"BH", "HIV", "PSY", "SDV", "SEX", "STD", "SUD", "TBOO", "VIO"}) {
        QTest::addRow("sensitivity %s", code) << label("ActCode", code) << true;
    }
    for (const char *code : {"R", "V", "MARST", "EMPL", "SE", "SEXX", "~"}) {
        QTest::addRow("other act %s", code) << label("ActCode", code) << false;
    }
    QTest::newRow("another system")
        << QByteArray{R"({"security":[{"system":"http://a.example","code":"R"}]})"} << false;
    QTest::newRow("no system") << QByteArray{R"({"security":[{"code":"R"}]})"} << false;
    QTest::newRow("second label")
        << QByteArray{R"({"security":[{"system":"http://a.example","code":"N"},
            {"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"V"}]})"}
        << true;
    QTest::newRow("one that is no list") << QByteArray{
        R"({"security":{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
            "code":"R"}})"} << true;
    for (const char *odd :
         {"{}", R"({"security":[]})", R"({"security":"R"})", R"({"security":[1,null,"R"]})",
          R"({"security":[{"system":1,"code":["R"]}]})", "7", "null"}) {
        QTest::addRow("odd: %s", odd) << QByteArray{odd} << false;
    }
}

void SecurityLabelsTest::label_isPrivateOrNot()
{
    QFETCH(QByteArray, meta);
    QFETCH(bool, isPrivate);
    const std::string text = R"({"resourceType":"Observation","meta":)" + meta.toStdString() + "}";
    const auto document = json::Document::parse(text);
    QVERIFY(document.has_value());
    QCOMPARE(fhir::isLabelledPrivate(document->root()), isPrivate);
}

QTEST_APPLESS_MAIN(SecurityLabelsTest)
#include "security_labels_test.moc"
