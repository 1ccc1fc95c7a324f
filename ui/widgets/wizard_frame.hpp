// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class Label;
class Stepper;

/// The frame of a flow: steps on top, one step's page in the middle, and below it Cancel at the
/// start, Back and Next at the end. The flow decides what Next does.
class WizardFrame : public QWidget
{
    Q_OBJECT

public:
    explicit WizardFrame(const QStringList &steps, QWidget *parent = nullptr);

    int step() const;

signals:
    void cancelled();

protected:
    /// Adds the next step's page: a title, a sentence, and a column the caller fills.
    QVBoxLayout *addStep(const QString &title, const QString &sentence);
    void goTo(int step);
    /// Gives the keyboard to the first control of the step, unless one of them has it.
    void focusStep();
    void setStepTitle(int step, const QString &title, const QString &sentence);
    QWidget *stepPage(int step) const;
    void addStepAction(int step, QWidget *widget); ///< Beside the step's title.

    Button *cancelButton() { return m_cancel; }
    Button *backButton() { return m_back; }
    Button *nextButton() { return m_next; }
    Label *note() { return m_note; }

    virtual void next() = 0;   ///< The person pressed Next.
    virtual void back();       ///< One step back; from the first, cancelled().
    virtual void entered(int); ///< A step is now shown.

private:
    void focusFirstOfStep();

    Stepper *m_stepper;
    QStackedWidget *m_pages;
    Button *m_cancel;
    Button *m_back;
    Button *m_next;
    Label *m_note;
};

} // namespace keepwell::ui
