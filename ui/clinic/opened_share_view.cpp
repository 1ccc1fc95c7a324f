// SPDX-License-Identifier: Apache-2.0
#include "ui/clinic/opened_share_view.hpp"

#include "ui/records/record_delegate.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/records/record_viewer.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_list.hpp"
#include "ui/widgets/save_bytes.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QFileDialog>
#include <QListView>

#include <chrono>

namespace keepwell::ui {

OpenedShareView::OpenedShareView(Session &session, std::shared_ptr<OpenedShare> share,
                                 QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_share{std::move(share)}
    , m_model{new RecordListModel{this}}
    , m_list{new RowList}
    , m_viewer{new RecordViewer}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    column->addWidget(makeHead());

    m_list->setObjectName(QStringLiteral("sharedRecords"));
    m_list->setAccessibleName(tr("Shared records"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RecordDelegate{m_list});
    QFrame *left = makeFrame("card");
    auto *leftColumn = new QVBoxLayout{left};
    leftColumn->setContentsMargins(px(8), px(6), px(8), px(8));
    leftColumn->addWidget(m_list);
    left->setMinimumHeight(px(260));
    QFrame *right = makeFrame("card");
    auto *rightColumn = new QVBoxLayout{right};
    rightColumn->setContentsMargins(1, 1, 1, 1);
    rightColumn->addWidget(m_viewer);
    right->setMinimumHeight(px(420));
    auto *panes = new FoldingRow{720, 16};
    panes->add(left, 4);
    panes->add(right, 7);
    column->addWidget(panes, 1);

    m_viewer->setShared(true);
    m_model->append(m_share->rows(), false);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (const RecordRow *row = m_model->record(index)) {
                    choose(row->id);
                }
            });
    connect(m_viewer, &RecordViewer::originalWanted, this, [this] {
        m_session.tasks().run(
            this,
            [share = m_share, id = m_chosen](const std::stop_token &) {
                return share->recordSource(id);
            },
            [this](const Result<Bytes> &bytes) {
                m_viewer->showOriginal(bytes ? prettyOriginal(*bytes) : sentenceOf(bytes.error()));
            });
    });
    connect(m_viewer, &RecordViewer::attachmentWanted, this,
            [this](int index, const QString &fileName) {
                readAttachment(index, [this, fileName](ByteView bytes) {
                    emit said(saveBytes(this, bytes, fileName));
                });
            });
    connect(m_viewer, &RecordViewer::attachmentShown, this, [this](int index) {
        readAttachment(index,
                       [this, index](ByteView bytes) { m_viewer->showAttachment(index, bytes); });
    });
    m_clock.setInterval(std::chrono::seconds{1});
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_session.now() > m_share->until()) {
            m_clock.stop();
            emit ended(tr("This share ended at %1.")
                           .arg(localTime(m_share->until()).time().toString("HH:mm")));
        }
    });
    m_clock.start();
    m_list->setCurrentIndex(m_model->firstRecord());
}

QWidget *OpenedShareView::makeHead()
{
    auto *head = new FoldingRow{620, 12};
    auto *back = new Button{ButtonKind::Secondary, tr("Close these records"), u"arrow-left"};
    back->setObjectName(QStringLiteral("closeRecords"));
    connect(back, &QPushButton::clicked, this, &OpenedShareView::closed);
    head->add(back);
    const QString name = plain(m_share->author());
    head->add(new Label{TextRole::Section, name}, 1);
    head->add(new Badge{{ToneName::Good, "verified", tr("From %1, checked").arg(name)}});
    auto *save = new Button{ButtonKind::Secondary, tr("Save a copy"), u"save"};
    save->setObjectName(QStringLiteral("saveShare"));
    connect(save, &QPushButton::clicked, this, &OpenedShareView::saveAll);
    head->add(save);
    return head;
}

void OpenedShareView::choose(RecordId id)
{
    m_chosen = id;
    m_session.tasks().run(
        this, [share = m_share, id](const std::stop_token &) { return share->record(id); },
        [this, id](const Result<RecordDetail> &detail) {
            if (m_chosen == id) {
                detail ? m_viewer->showRecord(*detail) : m_viewer->showFailure(detail.error());
            }
        });
}

void OpenedShareView::readAttachment(int index, std::function<void(ByteView)> use)
{
    m_session.tasks().run(
        this,
        [share = m_share, id = m_chosen, index](const std::stop_token &) {
            return share->attachment(id, static_cast<std::size_t>(index));
        },
        [this, id = m_chosen, use = std::move(use)](const Result<Bytes> &bytes) {
            if (!bytes) {
                emit said(sentenceOf(bytes.error()));
            } else if (m_chosen == id) {
                use(*bytes);
            }
        });
}

void OpenedShareView::saveAll()
{
    const QString folder = QFileDialog::getSaveFileName(this, tr("Save a copy into a new folder"),
                                                        QStringLiteral("shared-records"));
    if (folder.isEmpty()) {
        return;
    }
    m_session.tasks().run(
        this,
        [share = m_share, path = std::filesystem::path{folder.toStdU16String()}](
            const std::stop_token &stop) { return share->writeTo(path, stop); },
        [this](const Result<> &done) {
            emit said(
                done ? tr("Saved. The copy is not locked: anyone with the files can read them.")
                     : sentenceOf(done.error()));
        });
}

} // namespace keepwell::ui
