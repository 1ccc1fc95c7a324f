// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace keepwell::ui {

/// Opens the search, and looks like the field it opens, with the keys that do the same. Where there
/// is less room it gives up the keys, then the words: the lens, its name and its tooltip stay.
class SearchButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit SearchButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int wordsWidth() const; ///< Of lens and words.
    int keysWidth() const;

    QString m_keys;
};

} // namespace keepwell::ui
