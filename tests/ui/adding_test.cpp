// SPDX-License-Identifier: Apache-2.0
// Files on their way in: each one's state, Stop, and the lock that comes in between.
#include "tests/ui/two_windows.hpp"
#include "ui/adding/adding_page.hpp"
#include "ui/widgets/badge.hpp"

#include <algorithm>

using namespace keepwell;
using namespace keepwell::test;

class AddingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_two.reset(); }
    void files_showTheirStateOneByOne();
    void oneFile_isSaidToBeRead();
    void stop_keepsWhatIsIn();
    void lock_losesNothing();
    void stranger_isSaidOnceAndTakenWithOnePress();
    void strangers_areNeverMadeOnePerson();
    void place_isSaidInWords();

private:
    static constexpr int kMany = 30'000;

    ui::MainWindow &window() { return *m_two->patientWindow; }
    ui::AddingPage &page()
    {
        return *static_cast<ui::AddingPage *>(window().shell()->page("adding"));
    }
    bool shownBadge(const QString &words)
    {
        return std::ranges::any_of(page().findChildren<ui::Badge *>(), [&](const ui::Badge *one) {
            return one->isVisible() && one->accessibleName() == words;
        });
    }
    std::int64_t records() { return must(window().session()->wallet().recordCounts({})).total; }
    std::filesystem::path one() { return m_two->write("a-one.json", observation(0)); }
    std::filesystem::path many();
    static std::string observation(int number);

    std::unique_ptr<TwoWindows> m_two;
};

void AddingTest::init()
{
    m_two = std::make_unique<TwoWindows>();
    m_two->showPatient();
    window().shell()->showPage("adding");
    EVENTUALLY(!window().isBusy());
}

std::string AddingTest::observation(int number)
{
    return R"({"resourceType":"Observation","status":"final","code":{"text":"Weight"},)"
           R"("effectiveDateTime":"2026-01-05","valueQuantity":{"value":)"
        + std::to_string(number) + R"(,"unit":"kg"}})";
}

std::filesystem::path AddingTest::many()
{
    std::string lines;
    for (int number = 1; number <= kMany; ++number) {
        lines += observation(number) + '\n';
    }
    return m_two->write("b-many.ndjson", lines);
}

void AddingTest::files_showTheirStateOneByOne()
{
    page().add({one(), m_two->write("bad.json", "{"), m_two->write("c.json", observation(2))});
    QVERIFY(says(&page(), "Reading 3 file"));
    EVENTUALLY(says(&page(), "a-one.json") && says(&page(), "c.json"));
    EVENTUALLY(!page().isBusy());
    QVERIFY(says(&page(), "Done. 2 new record"));
    EVENTUALLY(says(&page(), "Nothing was changed.")); // its row is shown a moment after the report
    QCOMPARE(records(), 2);
    page().add({one()});
    EVENTUALLY(!page().isBusy());
    EVENTUALLY(says(&page(), "1 were here already"));
}

void AddingTest::oneFile_isSaidToBeRead()
{
    page().add({many()});
    EVENTUALLY(shownBadge("Being read") || !page().isBusy());
    QVERIFY2(!page().isBusy() || !shownBadge("Waiting"), "no other file is before it");
    EVENTUALLY(!page().isBusy());
    EVENTUALLY(!shownBadge("Being read"));
}

void AddingTest::stop_keepsWhatIsIn()
{
    page().add({one(), many()});
    EVENTUALLY(says(&page(), "1 new record")); // the first file is in; the second is being read
    if (page().isBusy()) {
        QVERIFY(press(shown(&page(), "stopAdding")));
    }
    EVENTUALLY(!page().isBusy());
    QVERIFY2(records() == 1 || records() == 1 + kMany, "a file is in whole or not at all");
    if (records() == 1) {
        QVERIFY(says(&page(), "Stopped. Files that were done stay."));
        EVENTUALLY(says(&page(), "Not read."));
    }
    window().shell()->showPage("overview");
    EVENTUALLY(!window().isBusy());
    QVERIFY2(!says(&window(), "Some records are not added yet."), "stopping was wanted");
}

void AddingTest::lock_losesNothing()
{
    const auto files = std::vector{one(), many()};
    page().add(files);
    EVENTUALLY(says(&page(), "1 new record"));
    const bool reading = page().isBusy();
    window().lock("locked");
    EVENTUALLY(window().session() == nullptr);
    QVERIFY(!reading || says(&window(), "It was locked while records were being added."));
    window().unlock(secret("a test passphrase"));
    EVENTUALLY(window().shell() != nullptr);
    window().shell()->setPeriodicSync(false);
    EVENTUALLY(!window().isBusy());
    QVERIFY2(records() == 1 || records() == 1 + kMany, "a file is in whole or not at all");
    if (records() == 1) {
        EVENTUALLY(says(&window(), "Some records are not added yet."));
        QVERIFY(pressWords(window(), "Go on"));
        QVERIFY(pressNamed(window(), "addTheRest"));
        EVENTUALLY(!page().isBusy() && !window().isBusy());
        EVENTUALLY(says(&page(), "1 were here already"));
    }
    QCOMPARE(records(), 1 + kMany);
    window().shell()->showPage("overview");
    EVENTUALLY(!window().isBusy() && !says(&window(), "Some records are not added yet."));
}

/// A Bundle of `count` records about each of these people.
static std::string aboutOthers(const std::vector<std::string> &people, int count)
{
    std::string entries;
    for (std::size_t one = 0; one < people.size(); ++one) {
        const std::string id = "urn:uuid:p" + std::to_string(one);
        entries += R"({"fullUrl":")" + id
            + R"(","resource":{"resourceType":"Patient","name":[{"family":")" + people[one]
            + R"("}]}},)";
        for (int number = 0; number < count; ++number) {
            entries
                += R"({"resource":{"resourceType":"Observation","status":"final","subject":{"reference":")"
                + id + R"("},"code":{"text":"Weight )" + std::to_string(number) + R"("}}},)";
        }
    }
    entries.pop_back();
    return R"({"resourceType":"Bundle","type":"collection","entry":[)" + entries + "]}";
}

void AddingTest::stranger_isSaidOnceAndTakenWithOnePress()
{
    page().add({m_two->write("other.json", aboutOthers({"Stranger"}, 30))});
    EVENTUALLY(!page().isBusy());
    EVENTUALLY(says(&page(), "31 record(s): this is about Stranger")
               || says(&page(), "31 records: this is about Stranger"));
    QVERIFY2(!says(&page(), "entry["), "each reason once, without a place of the file's inside");
    QVERIFY(says(&page(), "Whose are they?"));
    QCOMPARE(records(), 0);
    QVERIFY(pressNamed(window(), "strangersAreMe"));
    EVENTUALLY(!page().isBusy());
    QCOMPARE(records(), 31);
    QVERIFY(!says(&page(), "Whose are they?"));
    const auto labels = page().findChildren<QLabel *>();
    QCOMPARE(std::count_if(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->text() == "31"; }),
             1); // new; none of them is still counted as not added
    // The choice was for these files: the next ones are taken as they say again.
    page().add({m_two->write("next.json", aboutOthers({"Anybody"}, 1))});
    EVENTUALLY(!page().isBusy());
    QCOMPARE(records(), 31);
}

void AddingTest::strangers_areNeverMadeOnePerson()
{
    const std::string endless(2000, 'A');
    page().add({m_two->write("two.json", aboutOthers({"Stranger", endless}, 2))});
    EVENTUALLY(!page().isBusy());
    EVENTUALLY(says(&page(), "Some records name other people."));
    QVERIFY(shown(&page(), "strangersAreMe") == nullptr);
    for (const QLabel *label : page().findChildren<QLabel *>()) {
        QVERIFY2(!label->isVisible() || label->minimumSizeHint().width() < 700,
                 "a name that never ends can break");
    }
    QVERIFY(pressNamed(window(), "strangersApart"));
    EVENTUALLY(!page().isBusy());
    QCOMPARE(records(), 6);
}

void AddingTest::place_isSaidInWords()
{
    page().add({m_two->write("one.json", aboutOthers({"Stranger"}, 0))});
    EVENTUALLY(!page().isBusy());
    EVENTUALLY(says(&page(), "Record 1 of the file: this is about Stranger"));
    QVERIFY(!says(&page(), "entry["));
}

QTEST_MAIN(AddingTest)
#include "adding_test.moc"
