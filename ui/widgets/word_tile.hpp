// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace keepwell::ui {

class Label;

/// One check word of a contact with its number: "2 maple". Check words are no secret.
class WordTile final : public QFrame
{
    Q_OBJECT

public:
    WordTile(int number, const QString &word, QWidget *parent = nullptr);
};

/// Six (or any number of) check words in a grid of `columns`.
QWidget *makeWordGrid(const QStringList &words, int columns);

} // namespace keepwell::ui
