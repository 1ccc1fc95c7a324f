// SPDX-License-Identifier: Apache-2.0
// The part of the records page that does something with the chosen record.
#include "ui/printing/papers.hpp"
#include "ui/printing/print_dialog.hpp"
#include "ui/records/record_list_model.hpp"
#include "ui/records/record_viewer.hpp"
#include "ui/records/records_page.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/save_bytes.hpp"
#include "ui/words/sentences.hpp"

#include <QHideEvent>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace keepwell::ui {

namespace {

/// A record that somebody wants to delete.
struct Going
{
    RecordRow row;
    bool isShared = false; ///< By a share that was not stopped.
};

Result<Going> goingOf(Wallet &wallet, RecordId id)
{
    KEEPWELL_TRY(const RecordDetail detail, wallet.record(id));
    KEEPWELL_TRY(const bool isShared, wallet.isShared(id));
    return Going{detail.row, isShared};
}

} // namespace

void RecordsPage::readOriginal()
{
    m_session.ask(
        this,
        [id = *m_chosen](Wallet &wallet, const std::stop_token &) {
            return wallet.recordSource(id);
        },
        [this](const Result<Bytes> &bytes) {
            m_viewer->showOriginal(bytes ? prettyOriginal(*bytes) : sentenceOf(bytes.error()));
        });
}

void RecordsPage::readAttachment(int index, std::function<void(ByteView)> use)
{
    m_session.ask(
        this,
        [id = *m_chosen, index](Wallet &wallet, const std::stop_token &) {
            return wallet.attachment(id, static_cast<std::size_t>(index));
        },
        [this, id = *m_chosen, use = std::move(use)](const Result<Bytes> &bytes) {
            if (!bytes) {
                emit said(sentenceOf(bytes.error()));
            } else if (m_chosen == id) {
                use(*bytes);
            }
        });
}

void RecordsPage::saveAttachment(int index, const QString &fileName)
{
    readAttachment(
        index, [this, fileName](ByteView bytes) { emit said(saveBytes(this, bytes, fileName)); });
}

void RecordsPage::print()
{
    if (!m_chosen) {
        return;
    }
    m_session.ask(
        this,
        [id = *m_chosen](Wallet &wallet, const std::stop_token &) { return wallet.record(id); },
        [this](Result<RecordDetail> detail) {
            if (!detail) {
                emit said(sentenceOf(detail.error()));
                return;
            }
            auto *dialog = new PrintDialog{
                tr("Print this record"),
                {},
                [record = *std::move(detail)](PaperWriter &paper, const QList<bool> &) {
                    writeRecord(paper, record);
                },
                this};
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &PrintDialog::said, this, &RecordsPage::said);
            dialog->open();
        });
}

void RecordsPage::saveCopy()
{
    if (!m_chosen) {
        return;
    }
    m_session.ask(
        this,
        [id = *m_chosen](Wallet &wallet, const std::stop_token &) {
            return wallet.recordSource(id);
        },
        [this](const Result<Bytes> &bytes) {
            emit said(bytes ? saveBytes(this, *bytes, tr("record.json"))
                            : sentenceOf(bytes.error()));
        });
}

void RecordsPage::showPrivate(bool isPrivate)
{
    m_private->setChecked(isPrivate);
    m_private->setIconName(isPrivate ? u"lock" : u"unlock");
}

void RecordsPage::markPrivate(bool isPrivate)
{
    m_session.ask(
        this,
        [id = *m_chosen, isPrivate](Wallet &wallet, const std::stop_token &) -> Result<bool> {
            KEEPWELL_CHECK(wallet.markPrivate(id, isPrivate));
            return wallet.isShared(id);
        },
        [this, id = *m_chosen, isPrivate](const Result<bool> &isShared) {
            if (!isShared) {
                emit said(sentenceOf(isShared.error()));
            } else {
                m_model->setPrivate(id, isPrivate);
                emit said(!isPrivate ? tr("The record is like the others again.")
                              : *isShared
                              ? tr("Marked as extra private. It is in a share that has not ended: "
                                   "to take it out there, update or stop that share.")
                              : tr("Marked as extra private. It is shared only if you choose it "
                                   "for a share."));
            }
            if (m_chosen == id) {
                choose(id);
            }
        });
}

void RecordsPage::removeRecord()
{
    if (!m_chosen
        || !asksFirst(
            tr("Delete this record?"),
            tr("You can undo it right after. Then it is taken out of this wallet for good. "
               "Your file of it stays where it is. People who opened it may keep copies."),
            tr("Delete it"), tr("Keep it"))) {
        return;
    }
    m_session.ask(
        this,
        [id = *m_chosen](Wallet &wallet, const std::stop_token &) { return goingOf(wallet, id); },
        [this](const Result<Going> &going) {
            if (!going) {
                emit said(sentenceOf(going.error()));
            } else if (!going->isShared
                       || asksFirst(
                           tr("Somebody can still see this record"),
                           tr("It is in a share that has not ended. If you delete it, it is "
                              "gone here, and they can open it until you stop the share."),
                           tr("Delete it here"), tr("Keep it"))) {
                letGo(going->row);
            }
        });
}

bool RecordsPage::asksFirst(const QString &title, const QString &text, const QString &yes,
                            const QString &no)
{
    QMessageBox question{this};
    question.setWindowTitle(title);
    question.setText(title);
    question.setInformativeText(text);
    const auto *agreed = question.addButton(yes, QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(no, QMessageBox::RejectRole));
    question.exec();
    return question.clickedButton() == agreed;
}

void RecordsPage::letGo(const RecordRow &row)
{
    settle();
    const QModelIndex index = m_model->indexOf(row.id);
    m_leaving.push_back(row);
    m_mayUndo = true;
    m_chosen.reset();
    m_model->leaveOut(row.id);
    readCounts();
    fold();
    selectNear(index.row());
    emit removed(static_cast<qint64>(row.id), tr("The record was deleted."));
}

void RecordsPage::selectNear(int row)
{
    if (m_onePane) {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
        m_list->setFocus();
        return;
    }
    for (const int near : {row, row + 1, row - 1, row - 2}) {
        const QModelIndex index = m_model->index(near);
        if (m_model->record(index) != nullptr) {
            m_list->setCurrentIndex({}); // it may be the current one already, and another is shown
            m_list->setCurrentIndex(index);
            return;
        }
    }
    m_viewer->showNothing(tr("Choose a record to read it here."));
}

void RecordsPage::undoRemoval()
{
    if (!std::exchange(m_mayUndo, false)) {
        return;
    }
    const RecordId id = m_leaving.back().id;
    m_leaving.pop_back();
    m_model->forget(id, false);
    m_toOpen = id;
    readCounts();
    readFirst();
    emit said(tr("The record is back."));
}

void RecordsPage::settle(RecordId id)
{
    if (m_mayUndo && m_leaving.back().id == id) {
        settle();
    }
}

void RecordsPage::settle()
{
    if (!std::exchange(m_mayUndo, false)) {
        return;
    }
    // Whoever can still see it was named before; with the page gone, the wallet still does it.
    m_session.ask(
        this,
        [id = m_leaving.back().id](Wallet &wallet, const std::stop_token &) {
            return wallet.removeRecord(id, true);
        },
        [this, id = m_leaving.back().id](const Result<> &done) {
            std::erase_if(m_leaving, [id](const RecordRow &row) { return row.id == id; });
            m_model->forget(id, done.has_value());
            if (!done) {
                emit said(sentenceOf(done.error()));
                refresh();
            } else {
                emit settled();
            }
        });
}

void RecordsPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && m_mayUndo) {
        settle();
        emit said(tr("The record was deleted.")); // in the place of the offer to undo it
    }
    Page::hideEvent(event);
}

RecordsPage::~RecordsPage() { settle(); }

} // namespace keepwell::ui
