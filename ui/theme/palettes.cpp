// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.hpp"

namespace keepwell::ui {

namespace {

PictureColours pictureColours()
{
    return {.skyTop = {"#C9E2DE"},
            .skyBottom = {"#F4F0E2"},
            .hillFar = {"#BFDCD3"},
            .hillMiddle = {"#8CC0B3"},
            .hillNear = {"#3F8F84"},
            .hillFront = {"#0F6A62"},
            .sun = {"#F3CB77"},
            .heart = {"#E2573F"},
            .wall = {"#FFFFFF"},
            .wallShade = {"#D0E0DB"},
            .focus = {"#FFD166"}};
}

} // namespace

Colours lightColours()
{
    return {.bg = {"#F3F6F4"},
            .side = {"#E6EDEA"},
            .card = {"#FFFFFF"},
            .sunk = {"#F6F9F7"},
            .line = {"#D3DDD8"},
            .line2 = {"#6E807B"},
            .text = {"#14262A"},
            .text2 = {"#43565A"},
            .main = {"#0B5F58"},
            .mainPressed = {"#094C47"},
            .onMain = {"#FFFFFF"},
            .tint = {"#D9ECE7"},
            .focus = {"#1D4ED8"},
            .stopPressed = {"#7C1625"},
            .onStop = {"#FFFFFF"},
            .good = {{"#14633A"}, {"#DDF0E3"}},
            .note = {{"#1C4E96"}, {"#E3ECF8"}},
            .care = {{"#7F4700"}, {"#FBEBCF"}},
            .stop = {{"#9B1C2E"}, {"#FAE3E5"}},
            .study = {{"#5B3A94"}, {"#ECE6F7"}},
            .quiet = {{"#43565A"}, {"#E7ECEA"}},
            .rangeBand = {"#DDF0E3"},
            .grid = {"#E3EAE7"},
            .bars = {"#3F8F84"},
            .picture = pictureColours()};
}

Colours darkColours()
{
    return {.bg = {"#0F1819"},
            .side = {"#0B1213"},
            .card = {"#182324"},
            .sunk = {"#131D1E"},
            .line = {"#2D3D3E"},
            .line2 = {"#7F9491"},
            .text = {"#E9F1EF"},
            .text2 = {"#B4C4C1"},
            .main = {"#6FD0C0"},
            .mainPressed = {"#8ADCCE"},
            .onMain = {"#06211E"},
            .tint = {"#173F3B"},
            .focus = {"#FFD166"},
            .stopPressed = {"#F8BDC3"},
            .onStop = {"#43181F"},
            .good = {{"#8BD6A4"}, {"#16331F"}},
            .note = {{"#A3C4F7"}, {"#18294A"}},
            .care = {{"#F2C079"}, {"#3A2A10"}},
            .stop = {{"#F5A3AB"}, {"#43181F"}},
            .study = {{"#C9B3F5"}, {"#2C2146"}},
            .quiet = {{"#B4C4C1"}, {"#263435"}},
            .rangeBand = {"#17352A"},
            .grid = {"#263536"},
            .bars = {"#3F8F84"},
            .picture = pictureColours()};
}

} // namespace keepwell::ui
