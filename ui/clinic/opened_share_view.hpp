// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/opened_share.hpp"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QListView;

namespace keepwell::ui {

class Label;
class RecordListModel;
class RecordViewer;
class Session;

/// Records of a share while it is open: list and viewer. The keys live in the OpenedShare and
/// end with this widget; when the share ends, the content closes by itself.
class OpenedShareView final : public QWidget
{
    Q_OBJECT

public:
    OpenedShareView(Session &session, std::shared_ptr<OpenedShare> share,
                    QWidget *parent = nullptr);

    const contract::GrantId &grant() const { return m_share->grant(); }

signals:
    void closed();
    void ended(const QString &sentence);
    void said(const QString &sentence);

private:
    QWidget *makeHead();
    void choose(RecordId id);
    void readAttachment(int index, std::function<void(ByteView)> use);
    void saveAll();

    Session &m_session;
    std::shared_ptr<OpenedShare> m_share;
    RecordListModel *m_model;
    QListView *m_list;
    RecordViewer *m_viewer;
    QTimer m_clock;
    RecordId m_chosen{};
};

} // namespace keepwell::ui
