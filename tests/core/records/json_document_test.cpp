// SPDX-License-Identifier: Apache-2.0
#include "core/records/json/document.hpp"

#include <QDirIterator>
#include <QtTest>

#include <simdjson.h>

using namespace keepwell;
using namespace keepwell::records;

namespace {

std::string readFile(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().toStdString();
}

/// What an independent reader says of the same bytes.
bool simdjsonAccepts(const std::string &text)
{
    simdjson::dom::parser parser;
    return parser.parse(simdjson::padded_string{text}).error() == simdjson::SUCCESS;
}

void touch(const json::Value &value, std::size_t &values)
{
    ++values;
    for (const json::Value child : value.children()) {
        touch(child, values);
    }
}

} // namespace

class JsonDocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void values_keepNumbersAndSlices();
    void strings_areDecoded();
    void missing_answersEmpty();
    void read_reusesAndEmptiesOnError();
    void rules_data();
    void rules();
    void depth_isBounded();
    void size_isBounded();
    void suite_isFollowed();
    void cut_neverCrashes();
    void flips_agreeWithSimdjson();
};

void JsonDocumentTest::values_keepNumbersAndSlices()
{
    const std::string text = R"( {"a": 5.50, "b": [ {"c":1E+2} , true ], "d":{}} )";
    const auto document = json::Document::parse(text);
    QVERIFY(document.has_value());
    const json::Value root = document->root();
    QCOMPARE(root["a"].scalar(), "5.50");
    QCOMPARE(root["b"][0]["c"].scalar(), "1E+2");
    QCOMPARE(root["b"][0].slice(), R"({"c":1E+2})");
    QCOMPARE(root["b"][0].offset(), text.find(R"({"c")"));
    QCOMPARE(root.slice(), std::string_view{text}.substr(1, text.size() - 2));
    QVERIFY(root["b"][1].isTrue());
    QCOMPARE(root["b"].size(), 2U);
    QVERIFY(root["d"].isObject() && root["d"].children().empty());
    QCOMPARE(root["b"][1].key(), "");
    QCOMPARE(root["d"].key(), "d");
}

void JsonDocumentTest::strings_areDecoded()
{
    const std::string text
        = R"({"\u00e9\n":"\"\\\/\b\f\n\r\t\u0041\uD83D\uDE00","plain":"é😀","x":"\u0000"})";
    const auto document = json::Document::parse(text);
    QVERIFY(document.has_value());
    const json::Value root = document->root();
    QCOMPARE(root["é\n"].text(), "\"\\/\b\f\n\r\tA😀");
    QCOMPARE(root["plain"].text(), "é😀");
    QCOMPARE(root["x"].text(), (std::string_view{"\0", 1}));
}

void JsonDocumentTest::missing_answersEmpty()
{
    const auto document = json::Document::parse("{\"a\":1}");
    QVERIFY(document.has_value());
    const json::Value missing = document->root()["b"]["c"][7];
    QVERIFY(!missing);
    QCOMPARE(missing.text(), "");
    QVERIFY(missing.items().begin() == missing.items().end());
    QCOMPARE(document->root()["a"].items().begin().operator*().scalar(), "1");
    QCOMPARE(json::Value{}.slice(), "");
}

void JsonDocumentTest::read_reusesAndEmptiesOnError()
{
    json::Document document;
    QVERIFY(!document.root());
    QVERIFY(document.read("[1]").has_value());
    QVERIFY(!document.read("[1").has_value());
    QVERIFY(!document.root());
    QVERIFY(document.read("{\"k\":\"v\"}").has_value());
    QCOMPARE(document.root()["k"].text(), "v");
}

void JsonDocumentTest::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QByteArray &text, bool good) {
        QTest::newRow(name) << text << good;
    };
    row("a key twice", R"({"a":1,"a":1})", false);
    row("a key twice, once escaped", R"({"a":1,"\u0061":1})", false);
    row("one key in two objects", R"([{"a":1},{"a":1}])", true);
    row("a key twice among many",
        R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1,"l":1,"m":1,"b":2})",
        false);
    row("high surrogate alone", R"(["\ud83d"])", false);
    row("low surrogate alone", R"(["\ude00"])", false);
    row("surrogates swapped", R"(["\ude00\ud83d"])", false);
    row("surrogate, then letter", R"(["\ud83d\u0041"])", false);
    row("unknown escape", R"(["\x41"])", false);
    row("byte order mark", "\xEF\xBB\xBF{}", false);
    row("trailing content", "{} {}", false);
    row("trailing comma", "[1,]", false);
    row("leading zero", "[01]", false);
    row("minus zero", "[-0]", true);
    row("huge exponent", "[1e400]", true);
    row("nan", "[NaN]", false);
    row("nothing", "", false);
    row("white space", " \n\t\r", false);
    row("form feed", "[\f1]", false);
    row("raw nul", QByteArray("[\"a\0b\"]", 7), false);
    row("overlong", "[\"\xC0\xAF\"]", false);
    row("one word", "true", true);
}

void JsonDocumentTest::rules()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    const auto document = json::Document::parse(text.toStdString());
    QCOMPARE(document.has_value(), good);
    if (!good) {
        QCOMPARE(document.error().code, ErrorCode::InvalidInput);
    }
}

void JsonDocumentTest::depth_isBounded()
{
    const auto nested
        = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    const std::string fits = nested(128);
    QVERIFY(json::Document::parse(fits).has_value());
    const std::string deep = nested(129);
    QVERIFY(!json::Document::parse(deep).has_value());
    const std::string open(1'000'000, '[');
    QVERIFY(!json::Document::parse(open).has_value());
}

void JsonDocumentTest::size_isBounded()
{
    const std::string text = "[0,0,0]";
    QVERIFY(json::Document::parse(text, {.bytes = 7, .values = 4}).has_value());
    QVERIFY(!json::Document::parse(text, {.bytes = 6}).has_value());
    QVERIFY(!json::Document::parse(text, {.values = 3}).has_value());
}

void JsonDocumentTest::suite_isFollowed()
{
    const QString folder = QStringLiteral(KEEPWELL_SHARED_DATA "/vectors/json-parsing");
    if (!QDir{folder}.exists()) {
        QSKIP("skipped: no shared data");
    }
    int files = 0;
    QDirIterator each{folder, {"*.json"}, QDir::Files};
    while (each.hasNext()) {
        const QString path = each.next();
        const std::string text = readFile(path);
        const auto document = json::Document::parse(text);
        const QString name = each.fileName();
        ++files;
        if (name.startsWith("n_")) {
            QVERIFY2(!document, qPrintable(name));
        } else if (name == "y_object_duplicated_key.json") {
            QVERIFY2(!document, "a key that stands twice is refused on purpose");
        } else if (name.startsWith("y_")) {
            QVERIFY2(document.has_value(), qPrintable(name));
        }
    }
    QVERIFY(files >= 150);
}

void JsonDocumentTest::cut_neverCrashes()
{
    const std::string text = R"({"a":[1.5e-3,"x\u00e9\ud83d\ude00",{"b":null}],"c":false} )";
    for (std::size_t length = 0; length + 1 < text.size(); ++length) {
        const std::string part = text.substr(0, length);
        QVERIFY2(!json::Document::parse(part), part.c_str());
    }
    QVERIFY(json::Document::parse(text).has_value());
}

void JsonDocumentTest::flips_agreeWithSimdjson()
{
    const std::string text = R"({"a":[1.5e-3,"x\u00e9\ud83d\ude00",{"bc":null}],"d":false,"é":-0})";
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = text;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            const auto document = json::Document::parse(changed);
            if (document) {
                std::size_t values = 0;
                touch(document->root(), values);
                QVERIFY(values >= 1);
                QVERIFY2(simdjsonAccepts(changed), changed.c_str());
            } else {
                // Only what we refuse on purpose may be good for the other reader.
                const bool ours = document.error().detail.contains("twice")
                    || document.error().detail.contains("escape");
                QVERIFY2(ours || !simdjsonAccepts(changed), changed.c_str());
            }
        }
    }
}

QTEST_APPLESS_MAIN(JsonDocumentTest)
#include "json_document_test.moc"
