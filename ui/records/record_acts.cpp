// SPDX-License-Identifier: Apache-2.0
// The part of the records page that does something with the chosen record.
#include "ui/printing/papers.hpp"
#include "ui/printing/print_dialog.hpp"
#include "ui/records/record_viewer.hpp"
#include "ui/records/records_page.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/save_bytes.hpp"
#include "ui/words/sentences.hpp"

#include <QMessageBox>
#include <QPushButton>

namespace keepwell::ui {

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

void RecordsPage::removeRecord()
{
    if (!m_chosen
        || !asksFirst(tr("Delete this record?"),
                      tr("It is taken out of this wallet for good. Your file of it stays where it "
                         "is. People who opened it may keep copies."),
                      tr("Delete it"), tr("Keep it"))) {
        return;
    }
    remove(*m_chosen, false);
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

void RecordsPage::remove(RecordId id, bool evenIfShared)
{
    m_session.ask(
        this,
        [id, evenIfShared](Wallet &wallet, const std::stop_token &) {
            return wallet.removeRecord(id, evenIfShared);
        },
        [this, id, evenIfShared](const Result<> &done) {
            if (!done && done.error().code == ErrorCode::Conflict && !evenIfShared) {
                if (asksFirst(
                        tr("Somebody can still see this record"),
                        tr("It is in a share that has not ended. If you delete it, it is gone "
                           "here, and they can open it until you stop the share."),
                        tr("Delete it here"), tr("Keep it"))) {
                    remove(id, true);
                }
                return;
            }
            emit said(done ? tr("The record was deleted.") : sentenceOf(done.error()));
            m_chosen.reset();
            refresh();
        });
}

} // namespace keepwell::ui
