// SPDX-License-Identifier: Apache-2.0
// The part of the activity page that is about unusual lines nobody has looked at.
#include "ui/activity/activity_model.hpp"
#include "ui/activity/activity_page.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QComboBox>
#include <QListView>

namespace keepwell::ui {

void ActivityPage::showUnseen()
{
    if (openUnseen(true)) {
        return;
    }
    m_session.ask(
        this,
        [](Wallet &wallet, const std::stop_token &) -> Result<std::vector<ActivityRow>> {
            ActivityFilter newest;
            newest.unseen = true;
            newest.limit = 1;
            return wallet.activity(newest);
        },
        [this](const Result<std::vector<ActivityRow>> &rows) {
            if (!rows || rows->empty()) {
                return;
            }
            // The chips and the box would hide it, and a line far down is found by its day.
            m_kinds.clear();
            m_chips.front()->setChecked(true);
            m_who->setCurrentIndex(0);
            m_day = localTime(rows->front().time).date();
            m_wantsUnseen = true;
            readFirst();
        });
}

bool ActivityPage::openUnseen(bool scroll)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const ActivityRow *line = m_model->line(index);
        if (line != nullptr && !line->seen) {
            open(index, false);
            if (scroll) {
                m_list->setFocus();
                m_list->setCurrentIndex(index);
                m_list->scrollTo(index, QAbstractItemView::PositionAtTop);
            }
            return true;
        }
    }
    return false;
}

void ActivityPage::readUnseen()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.unseenActivity(); },
        [this](const Result<std::int64_t> &unseen) {
            m_unseen->setVisible(unseen && *unseen > 0);
            m_knowAll->setVisible(unseen && *unseen > 1);
            m_unseen->say(tr("%n unusual line(s) you have not looked at.", nullptr,
                             static_cast<int>(unseen.value_or(0))),
                          tr("Someone was refused, or it was an emergency."));
            emit seenChanged();
        });
}

void ActivityPage::markSeen(const QModelIndex &index)
{
    const ActivityRow *line = m_model->line(index);
    if (line == nullptr) {
        return;
    }
    m_session.ask(
        this,
        [id = line->id](Wallet &wallet, const std::stop_token &) {
            return wallet.markActivitySeen(id);
        },
        [this, row = QPersistentModelIndex{index}](const Result<> &done) {
            if (!done) {
                emit said(sentenceOf(done.error()));
                return;
            }
            m_model->markSeen(row);
            close();
            openUnseen(false);
            m_list->setFocus();
            readUnseen();
        });
}

void ActivityPage::markAllSeen()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.markAllActivitySeen(); },
        [this](const Result<> &done) {
            if (!done) {
                emit said(sentenceOf(done.error()));
                return;
            }
            m_model->markAllSeen();
            close();
            m_list->setFocus();
            readUnseen();
        });
}

} // namespace keepwell::ui
