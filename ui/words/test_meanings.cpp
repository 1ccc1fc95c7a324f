// SPDX-License-Identifier: Apache-2.0
#include "ui/words/test_meanings.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace keepwell::ui {

namespace {

/// Codes of one test, one blank between, and what it looks at.
struct Meaning
{
    std::string_view codes;
    const char *words;
};

// Only what holds for everybody: what is measured, where it comes from, what moves it. Nothing of what
// a high or low value would mean: that depends on the person.
constexpr Meaning kMeanings[] = {
    // Kidneys
    {"33914-3 48642-3 48643-1 50044-7 50210-4 62238-1 69405-9 77147-7 88293-6 88294-4 98979-8",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It shows how well your kidneys clean your blood. Values slowly fall with age. One value "
         "says little; the trend matters.")},
    {"14682-9 2160-0 38483-4",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "A waste product of your muscles. Your kidneys take it out of the blood.")},
    {"22664-7 3091-6 3094-0 6299-2",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "A waste product of protein. Your kidneys take it out of the blood.")},
    {"14959-1 32294-1 9318-7",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "A protein in your urine. Kidneys keep most of it in the blood. It changes from day to "
         "day.")},
    // Sugar
    {"17855-8 17856-6 4548-4 59261-8",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It shows your average blood sugar over the last two to three months. One meal does not "
         "change it.")},
    {"14771-0 1558-6",
     QT_TRANSLATE_NOOP("TestMeaning", "The sugar in your blood after some hours without food.")},
    {"14749-6 15074-8 2339-0 2345-7 41653-7",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "The sugar in your blood at that moment. It rises after a meal.")},
    // Salts
    {"2823-3 6298-4",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "A salt that your heart and muscles need. Your kidneys keep it in balance.")},
    {"2947-0 2951-2",
     QT_TRANSLATE_NOOP("TestMeaning", "A salt that keeps the water in your body in balance.")},
    {"2069-3 2075-0",
     QT_TRANSLATE_NOOP("TestMeaning", "A salt that goes with sodium and water in your body.")},
    {"1963-8 2028-9 20565-8",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It keeps the acid in your blood in balance. Your lungs and kidneys control it.")},
    {"17861-6 2000-8 49765-1",
     QT_TRANSLATE_NOOP("TestMeaning", "A mineral for bones, nerves and muscles.")},
    // Blood fats
    {"14647-2 2093-3",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "All the cholesterol in your blood together. It is looked at with the other blood fats.")},
    {"13457-7 18262-6 2089-1 22748-8 39469-2",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "The cholesterol that can settle in the walls of blood vessels over many years.")},
    {"14646-4 2085-9",
     QT_TRANSLATE_NOOP("TestMeaning", "The cholesterol that is carried back to the liver.")},
    {"14927-8 2571-8",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "Fat in your blood that gives energy. It rises after a meal.")},
    // Blood cells
    {"59260-0 718-7",
     QT_TRANSLATE_NOOP("TestMeaning", "The part of red blood cells that carries oxygen.")},
    {"20570-8 4544-3",
     QT_TRANSLATE_NOOP("TestMeaning", "How much of your blood is red blood cells.")},
    {"789-8",
     QT_TRANSLATE_NOOP("TestMeaning", "The red blood cells. They carry oxygen through your body.")},
    {"787-2", QT_TRANSLATE_NOOP("TestMeaning", "The average size of your red blood cells.")},
    {"26464-8 6690-2",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "The white blood cells. They fight infections. Many things change them for a short "
         "time.")},
    {"26515-7 777-3",
     QT_TRANSLATE_NOOP("TestMeaning", "Small parts of the blood that help to stop bleeding.")},
    {"34714-6 6301-6",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It shows how long your blood takes to clot. It helps to find the dose of some blood "
         "thinners.")},
    {"20567-4 2276-4",
     QT_TRANSLATE_NOOP("TestMeaning", "It shows how much iron your body has in store.")},
    // Liver
    {"1742-6 1743-4",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It comes mostly from the liver. Many things can change it, some medicines too.")},
    {"1920-8",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It comes from the liver and the muscles. Sport and some medicines can change it.")},
    {"6768-6", QT_TRANSLATE_NOOP("TestMeaning", "It comes mostly from the liver and the bones.")},
    {"14631-6 1975-2",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "A yellow substance from old red blood cells. Your liver takes it away.")},
    {"1751-7 61151-7 61152-5",
     QT_TRANSLATE_NOOP("TestMeaning", "The main protein in your blood. Your liver makes it.")},
    // Others
    {"11579-0 11580-8 3016-3",
     QT_TRANSLATE_NOOP("TestMeaning", "A hormone that tells your thyroid how much to work.")},
    {"1988-5 30522-7",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "It rises when there is inflammation in your body. It does not say where or why.")},
    {"14685-2 2132-9",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "A vitamin for blood and nerves. It comes mostly from meat, fish, eggs and milk.")},
    {"1989-3 35365-6 62292-8",
     QT_TRANSLATE_NOOP("TestMeaning", "A vitamin for your bones. Your skin makes it in sunlight.")},
    {"19195-7 2857-1",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "A protein of the prostate. Many things can raise it, and one value says little.")},
    // Body
    {"8480-6",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "The pressure in your arteries when the heart beats: the first number of a blood "
         "pressure.")},
    {"8462-4",
     QT_TRANSLATE_NOOP(
         "TestMeaning",
         "The pressure in your arteries between two beats: the second number of a blood "
         "pressure.")},
    {"8867-4", QT_TRANSLATE_NOOP("TestMeaning", "How often your heart beats in a minute.")},
    {"29463-7 3141-9",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "Your weight. It can change by a kilogram or two from day to day.")},
    {"8302-2", QT_TRANSLATE_NOOP("TestMeaning", "Your height.")},
    {"39156-5",
     QT_TRANSLATE_NOOP("TestMeaning",
                       "Your weight compared with your height. It does not tell muscle from fat.")},
    {"8310-5 8331-1", QT_TRANSLATE_NOOP("TestMeaning", "How warm your body is.")},
    {"2708-6 59408-5",
     QT_TRANSLATE_NOOP("TestMeaning", "How much of your blood's room for oxygen is filled.")},
    {"9279-1", QT_TRANSLATE_NOOP("TestMeaning", "How often you breathe in a minute.")},
};

bool isAmong(std::string_view code, std::string_view codes)
{
    while (!codes.empty()) {
        const std::size_t end = std::min(codes.find(' '), codes.size());
        if (codes.substr(0, end) == code) {
            return true;
        }
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
    return false;
}

} // namespace

QString meaningOfTest(const std::string &loinc)
{
    const auto *found = std::ranges::find_if(
        kMeanings, [&loinc](const Meaning &meaning) { return isAmong(loinc, meaning.codes); });
    return found == std::end(kMeanings) ? QString{}
                                        : QCoreApplication::translate("TestMeaning", found->words);
}

} // namespace keepwell::ui
