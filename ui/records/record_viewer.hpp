// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/wallet/record_rows.hpp"

#include <QWidget>

#include <optional>

class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class FlowLayout;
class Label;
class ReadableView;

/// One record: title, where it is from, badges, and the tabs Readable, Original, Details. It asks
/// for the bytes it does not have; whoever owns it answers. Used for my records and for shared
/// ones.
class RecordViewer final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordViewer(QWidget *parent = nullptr);

    /// Records of somebody else: what is not verified here says nothing about them.
    void setShared(bool shared) { m_shared = shared; }
    /// Names the person of each record that is not theirs; 0 = names nobody.
    void nameOthersThan(std::int64_t owner) { m_owner = owner; }
    void showNothing(const QString &sentence);
    void showRecord(const RecordDetail &detail);
    void showFailure(const Error &error);
    void showOriginal(const QString &text);
    void showAttachment(int index, ByteView bytes);
    Button *addAction(const QString &text, QStringView icon);
    Button *backButton() { return m_back; } ///< Hidden unless the list is not beside it.

signals:
    void originalWanted(); ///< The tab was opened; answer with showOriginal().
    void attachmentWanted(int index, const QString &fileName);
    void attachmentShown(int index);

private:
    QWidget *makeHead();
    void openTab(int tab);
    void fillDetails(const RecordDetail &detail);

    Button *m_back;
    Label *m_title;
    Label *m_second;
    FlowLayout *m_badges;
    QWidget *m_badgeRow;
    QWidget *m_actions;
    QWidget *m_tabRow;
    QList<Button *> m_tabs;
    QStackedWidget *m_stack;
    ReadableView *m_readable;
    QPlainTextEdit *m_original;
    QVBoxLayout *m_details;
    Label *m_nothing;
    std::int64_t m_owner = 0;
    bool m_shared = false;
};

} // namespace keepwell::ui
