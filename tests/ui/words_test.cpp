// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_words.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/words/amounts.hpp"
#include "ui/words/attachments.hpp"
#include "ui/words/beginnings.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/parts.hpp"
#include "ui/words/record_words.hpp"
#include "ui/words/sentences.hpp"
#include "ui/words/test_meanings.hpp"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace keepwell;
using namespace keepwell::ui;

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedKingdom});
    }

    void dates_keepWhatTheyHave()
    {
        QCOMPARE(shortDate(std::string{"2026-11-12"}), QStringLiteral("12 Nov 2026"));
        QCOMPARE(shortDate(std::string{"2019-05"}), QStringLiteral("May 2019"));
        QCOMPARE(shortDate(std::string{"2019"}), QStringLiteral("2019"));
        QCOMPARE(shortDate(std::string{}), QString{});
        QCOMPARE(monthHeading("2026-10-06"), QStringLiteral("October 2026"));
        QCOMPARE(monthHeading("2019"), QStringLiteral("2019"));
        QCOMPARE(monthHeading(""), QStringLiteral("No date"));
    }

    void times_areRelativeForTwoDaysOnly()
    {
        const Instant now = instantOf(QDateTime{QDate{2026, 11, 19}, QTime{14, 40}, Qt::UTC});
        QCOMPARE(whenWas(now - std::chrono::hours{5}, now), QStringLiteral("Today 09:40"));
        QCOMPARE(whenWas(now - std::chrono::hours{24}, now), QStringLiteral("Yesterday 14:40"));
        QCOMPARE(whenWas(now - std::chrono::hours{72}, now), QStringLiteral("16 Nov 2026 14:40"));
        QCOMPARE(timeLeft(now + std::chrono::days{92}, now), QStringLiteral("Ends in 92 days"));
        QCOMPARE(timeLeft(now, now), QStringLiteral("Ended"));
    }

    void names_cannotSteerTheirDirection()
    {
        QCOMPARE(plain("Dr \xE2\x80\xAE"
                       "rofakO"),
                 QStringLiteral("Dr rofakO"));
        QCOMPARE(plain("one\x07two"), QStringLiteral("one two"));
    }

    void tips_areNoHtml()
    {
        QCOMPARE(plainTip("Larkmere & Sons"), QStringLiteral("Larkmere & Sons"));
        QCOMPARE(plainTip("<img src='file:///x'>"),
                 QStringLiteral("<p>&lt;img src='file:///x'&gt;</p>"));
    }

    void beginnings_areThoseOfWordsWhateverCaseAndAccents()
    {
        const auto found = [](const QString &text, const QString &typed) {
            QStringList stretches;
            for (const Stretch &one : beginningsIn(text, typed)) {
                stretches << text.mid(one.start, one.length);
            }
            return stretches.join(QLatin1Char('|'));
        };
        QCOMPARE(found("Larkmere Pharmacy", "phar lark"), QStringLiteral("Phar|Lark"));
        QCOMPARE(found(QString::fromUtf8("Dr Müller"), "mull"), QString::fromUtf8("Müll"));
        QCOMPARE(found(QString::fromUtf8("Dr Mu\u0308ller"), "mull").size(), 5); // one more mark
        QCOMPARE(found("Dr Muller", QString::fromUtf8("MÜ")), QStringLiteral("Mu"));
        QCOMPARE(found("Paracetamol (tablets)", "tab"), QStringLiteral("tab"));
        QCOMPARE(found("Atenolol and ten more", "ten"), QStringLiteral("ten"));
        QVERIFY2(!beginsIn("Atenolol", "ten"), "not within a word");
        QVERIFY2(!beginsIn("Larkmere Pharmacy", "lark willow"), "every word has to be there");
        QVERIFY(beginsIn("Larkmere Pharmacy", "  "));
        QVERIFY(beginsIn("Larkmere Pharmacy", "Larkmere Pharmacy"));
        QVERIFY(!beginsIn("Lark", "larkmere"));
        QVERIFY(!beginsIn("", "a"));
    }

    void tests_areExplainedByTheirCode()
    {
        QVERIFY(meaningOfTest("2160-0").startsWith("A waste product of your muscles."));
        QCOMPARE(meaningOfTest("14682-9"), meaningOfTest("2160-0")); // the same test in moles
        QVERIFY(meaningOfTest("33914-3").contains("kidneys"));
        for (const char *code :
             {"", " ", "2160", "160-0", "2160-0 38483-4", "http://loinc.org|2160-0"}) {
            QCOMPARE(meaningOfTest(code), QString{});
        }
    }

    void parts_areNameAndBracketsNumberAndUnit()
    {
        QCOMPARE(partsOf("Kidney filter rate (eGFR)").name, "Kidney filter rate");
        QCOMPARE(partsOf("Kidney filter rate (eGFR)").inBrackets, "eGFR");
        QCOMPARE(partsOf("(eGFR)").name, "(eGFR)");
        QCOMPARE(partsOf("Potassium").inBrackets, "");
        QCOMPARE(amountOf("58 mL/min").number, "58");
        QCOMPARE(amountOf("58 mL/min").unit, "mL/min");
        QCOMPARE(amountOf("Not found").number, "Not found");
    }

    void files_haveWordsAndSafeNames()
    {
        QCOMPARE(fileKindWords("application/pdf"), "PDF document");
        QCOMPARE(fileKindWords("image/png"), "Picture");
        QCOMPARE(fileKindWords("chemical/x-pdb"), "chemical/x-pdb");
        records::FoundAttachment file;
        file.contentType = "application/pdf";
        QCOMPARE(fileNameOf(file), "file.pdf");
        file.title = "../Letter of May";
        QCOMPARE(fileNameOf(file), "file.pdf");
        file.title = "Letter/May.PDF";
        QCOMPARE(fileNameOf(file), "Letter-May.PDF");
        QVERIFY(isPicture("image/jpeg") && !isPicture("image/svg+xml"));
        QVERIFY(isPlainText("text/plain; charset=utf-8"));
    }

    void initials_skipTitles()
    {
        QCOMPARE(initialsOf("Dr Amara Okafor"), QStringLiteral("AO"));
        QCOMPARE(initialsOf("Larkmere Pharmacy"), QStringLiteral("LP"));
        QCOMPARE(shortNameOf("Dr Amara Okafor"), QStringLiteral("Dr Okafor"));
        QCOMPARE(shortNameOf("Eleanor Marsh"), QStringLiteral("Eleanor"));
    }

    void everyKind_standsInOneGroup()
    {
        QList<int> seen;
        for (const KindGroup &group : kindGroups()) {
            for (const RecordKind kind : group.kinds) {
                QVERIFY(!seen.contains(static_cast<int>(kind)));
                seen << static_cast<int>(kind);
            }
        }
        QCOMPARE(seen.size(), 16);
    }

    void failures_sayWhatItMeans_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= static_cast<int>(ErrorCode::Unsupported); ++code) {
            QTest::addRow("%d", code) << code;
        }
    }
    void failures_sayWhatItMeans()
    {
        QFETCH(const int, code);
        const FailureWords words = wordsOf(Error{static_cast<ErrorCode>(code), "the file is gone"});
        QVERIFY(words.bold.endsWith(QLatin1Char('.')));
        QVERIFY(words.text.endsWith(QLatin1Char('.')));
    }

    void refusal_saysWhoAndThatNothingWasShown()
    {
        ActivityRow row;
        row.kind = "refused";
        row.who = "Coastline Imaging";
        row.what = "1 record";
        row.code = "E_REVOKED";
        row.contact = 3;
        const ActivityWords words = wordsOf(row, {"Eleanor Marsh"});
        QCOMPARE(words.bold, QStringLiteral("Refused: Coastline Imaging"));
        QVERIFY(words.second.contains("Nothing was shown."));
        QVERIFY(words.second.contains("You had stopped this share."));
    }

    void values_sayDatesAsPeopleDo()
    {
        QCOMPARE(valueWords("2026-11-30 10:20"), QStringLiteral("30 Nov 2026, 10:20"));
        QCOMPARE(valueWords("2026-11-30"), QStringLiteral("30 Nov 2026"));
        QCOMPARE(valueWords("2026-01-02 to 2026-02-03"),
                 QStringLiteral("2 Jan 2026 to 3 Feb 2026"));
        QCOMPARE(valueWords("5 to 10 mg"), QStringLiteral("5 to 10 mg"));
        QCOMPARE(valueWords("2026-11"), QStringLiteral("2026-11"));
        QCOMPARE(valueWords("Final"), QStringLiteral("Final"));
        QCOMPARE(labelWords("Starts"), QStringLiteral("Starts"));
    }

    void opening_byTheOwner_saysYou()
    {
        ActivityRow row;
        row.kind = "opened";
        row.who = "Dr Amara Okafor";
        row.what = "69 records of Eleanor Marsh";
        QCOMPARE(wordsOf(row, {"Dr Amara Okafor"}).bold, QStringLiteral("You"));
        row.contact = 1; // somebody else of the same name
        QCOMPARE(wordsOf(row, {"Dr Amara Okafor"}).bold, QStringLiteral("Dr Amara Okafor"));
    }

    void amounts_areSaidInTheChosenLanguage()
    {
        const std::string named = "69 records of Eleanor Marsh";
        QCOMPARE(amountWords(named), QString::fromStdString(named)); // no language is loaded
        class Words final : public QTranslator
        {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *source, const char *,
                              int count) const override
            {
                return QByteArrayView{source} == "%n record(s)"
                    ? QString{count == 1 ? "%n Unterlage" : "%n Unterlagen"}
                    : QString{source}.replace(" of ", " von ").replace("from", "aus");
            }
        } words;
        QCoreApplication::installTranslator(&words);
        QCOMPARE(amountWords(named), QStringLiteral("69 Unterlagen von Eleanor Marsh"));
        QCOMPARE(amountWords("1 record"), QStringLiteral("1 Unterlage"));
        QCOMPARE(amountWords("1 record from 2 files"), QStringLiteral("1 Unterlage aus 2 files"));
        QCOMPARE(amountWords("Flu vaccine"), QStringLiteral("Flu vaccine"));
        QCoreApplication::removeTranslator(&words);
    }

    void delivery_isToldFromBothSides()
    {
        ActivityRow row;
        row.kind = "delivered";
        row.who = "Eleanor Marsh";
        row.what = "8 records";
        row.contact = 1;
        const ActivityReader sender{"Dr Amara Okafor", true};
        QCOMPARE(wordsOf(row, sender).bold, QStringLiteral("You"));
        QCOMPARE(wordsOf(row, sender).text, QStringLiteral("sent 8 records to Eleanor Marsh"));
        row.kind = "filed";
        QCOMPARE(wordsOf(row, sender).bold, QStringLiteral("Eleanor Marsh"));
        QCOMPARE(wordsOf(row, sender).text, QStringLiteral("took 8 records into their records"));
        row.kind = "declined";
        row.proof = audit::ProofState::Proven;
        QCOMPARE(wordsOf(row, sender).text, QStringLiteral("did not take 8 records"));
        row.kind = "filed";
        row.who = "Dr Amara Okafor";
        QCOMPARE(wordsOf(row, {"Eleanor Marsh"}).text,
                 QStringLiteral("sent 8 records, now in your records"));
    }

    void invite_answeredTooLateIsNotADelivery()
    {
        ActivityRow row;
        row.kind = "declined";
        row.who = "Dr Amara Okafor";
        row.what = "answered an invite that had expired";
        row.proof = audit::ProofState::Local;
        QCOMPARE(wordsOf(row, {"Eleanor Marsh"}).bold, QStringLiteral("Dr Amara Okafor"));
        QCOMPARE(wordsOf(row, {"Eleanor Marsh"}).text,
                 QStringLiteral("answered an invite that had expired"));
    }
};

QTEST_MAIN(WordsTest)
#include "words_test.moc"
