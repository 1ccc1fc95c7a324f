// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/word_tile.hpp"

#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"

namespace keepwell::ui {

WordTile::WordTile(int number, const QString &word, QWidget *parent) : QFrame{parent}
{
    setProperty("role", "sunk");
    setAccessibleName(tr("Word %1: %2").arg(number).arg(word));
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(px(18), px(10), px(14), px(10));
    row->setSpacing(px(10));
    row->addWidget((new Label{TextRole::Second, QString::number(number)})->onOneLine());
    row->addWidget((new Label{TextRole::Card, word})->onOneLine(), 1);
}

QWidget *makeWordGrid(const QStringList &words, int columns)
{
    auto *grid = new FoldingGrid{columns, 130, 10};
    int number = 1;
    for (const QString &word : words) {
        grid->add(new WordTile{number++, word});
    }
    return grid;
}

} // namespace keepwell::ui
