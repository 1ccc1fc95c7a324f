// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;

namespace keepwell::ui {

class Appearance;
class Button;
class Picture;

/// The first page of a computer without a wallet: three large choices, language, text size.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    /// `offersDemo`: whether a demo wallet can be made here.
    WelcomePage(Appearance &appearance, bool offersDemo, QWidget *parent = nullptr);

    /// The same page with the words for a clinician's wallet.
    void setClinician(bool clinician);

signals:
    void newWalletChosen(bool clinician);
    void restoreChosen(bool clinician);
    void demoChosen();
    void languageChosen(const QString &code);
    void clinicianToggled(bool clinician);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold(); ///< The picture gives way to the words.
    QWidget *makeFoot(Appearance &appearance);

    Picture *m_picture;
    Button *m_clinicianButton;
    QWidget *m_plate;
    bool m_clinician = false;
};

} // namespace keepwell::ui
