// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <QDate>
#include <QTimer>
#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;
class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace keepwell::ui {

class Button;
class Label;
class RecordListModel;
class Session;
class WhatPreview;
class WhoseBox;
struct ChosenRecords;

/// Which records: by kind, by date, or one by one, with a live preview of what the other side
/// will see and what stays private. What is marked as extra private is never ticked for anybody.
class WhatStep final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatStep(Session &session, QWidget *parent = nullptr);

    void setRecipient(const QString &name);
    /// Reads what there is, once; with a record: one by one, and that one ticked.
    void begin(std::optional<RecordId> record = {});

    Selection selection() const;
    bool isLive() const;
    std::int64_t count() const { return m_count; } ///< Of the preview; 0 until it is there.
    QString kindsSentence() const;                 ///< "Tests, medicines, letters".
    QWidget *modeChips() { return m_modes; }

signals:
    void previewed();

private:
    enum Mode { ByKind, ByDate, OneByOne };

    void readRecords();
    void setMode(int mode);
    QWidget *makeKinds();
    QWidget *makeDate();
    QWidget *makeList();
    QWidget *makePrivate();
    void fillKinds();
    void preview();
    void showPreview(const ChosenRecords &chosen);
    RecordFilter filter() const;

    Session &m_session;
    QWidget *m_modes;
    WhoseBox *m_whose;
    QStackedWidget *m_stack;
    QVBoxLayout *m_kindColumn = nullptr;
    QList<QCheckBox *> m_kinds; ///< In the order of kindGroups(); null where there are none.
    QDateEdit *m_since = nullptr;
    QListView *m_list = nullptr;
    RecordListModel *m_model;
    QWidget *m_privateRow = nullptr; ///< Hidden where nothing is marked.
    QCheckBox *m_withPrivate = nullptr;
    Label *m_privateCount = nullptr;
    WhatPreview *m_preview;
    QCheckBox *m_live;
    QTimer m_wait;
    RecordCounts m_all;
    RecordCounts m_marked;            ///< Those of m_all that are extra private.
    std::optional<RecordRow> m_given; ///< What to start with, which may be far down the list.
    int m_previews = 0;               ///< Asked for; the answer of an earlier one is dropped.
    std::int64_t m_count = 0;
    int m_mode = ByKind;
};

} // namespace keepwell::ui
