// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/copy_panel.hpp"

#include "ui/shell/session.hpp"
#include "ui/widgets/announce.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"

#include <QBoxLayout>
#include <QFileDialog>

namespace keepwell::ui {

namespace {

/// A folder that is not there yet, so that nothing of before is touched.
std::filesystem::path newFolderIn(const std::filesystem::path &parent, const QDate &day)
{
    const std::string name = "keepwell-records-" + day.toString(Qt::ISODate).toStdString();
    std::filesystem::path folder = parent / name;
    std::error_code error;
    for (int again = 2; std::filesystem::exists(folder, error); ++again) {
        folder = parent / (name + "-" + std::to_string(again));
    }
    return folder;
}

} // namespace

CopyPanel::CopyPanel(Session &session, QWidget *parent)
    : QWidget{parent}
    , m_session{session}
    , m_save{new Button{ButtonKind::Primary, tr("Save a copy of all records"), u"save"}}
    , m_stop{new Button{ButtonKind::Secondary, tr("Stop"), u"cross"}}
    , m_state{new Label{TextRole::Second}}
{
    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card;
    whole->addWidget(card);
    card->column()->addWidget(
        new Label{TextRole::Body,
                  tr("Your 12 words bring back your shares and contacts. They do not bring "
                     "back your records: those are on this computer only.")});
    card->column()->addWidget(
        new Label{TextRole::Body,
                  tr("Save a copy now and then, for example on a memory stick. To bring it "
                     "back, add the folder as you add any records.")});
    card->column()->addWidget(new Strip{ToneName::Care, u"warning", tr("The copy is not locked."),
                                        tr("Whoever has the folder can read your records.")});
    QHBoxLayout *row = makeRow(12);
    m_save->setObjectName(QStringLiteral("saveAllRecords"));
    row->addWidget(m_save);
    row->addWidget(m_stop);
    row->addWidget(m_state, 1);
    card->column()->addLayout(row);
    m_stop->hide();
    connect(m_stop, &QPushButton::clicked, this, [this] { m_saving.request_stop(); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Where to?"));
        if (!chosen.isEmpty()) {
            saveInto(chosen.toStdU16String());
        }
    });
}

void CopyPanel::saveInto(const std::filesystem::path &parent)
{
    struct Saved
    {
        std::filesystem::path folder;
        std::uint64_t records = 0;
    };
    setBusy(true);
    m_state->setText(tr("Saving your records…"));
    auto progress = m_session.tasks().relay(this, [this](std::uint64_t done, std::uint64_t total) {
        if (total > 0 && done < total) {
            m_state->setText(tr("%1 % done").arg(done * 100 / total));
        }
    });
    m_saving = m_session.ask(
        this,
        [parent, day = localTime(m_session.now()).date(),
         progress](Wallet &wallet, const std::stop_token &stop) -> Result<Saved> {
            Saved saved{.folder = newFolderIn(parent, day)};
            KEEPWELL_TRY(const ExportReport report,
                         wallet.exportRecords(saved.folder, {}, stop, progress));
            saved.records = report.records;
            return saved;
        },
        [this](const Result<Saved> &saved) {
            setBusy(false);
            m_state->setText(
                !saved ? sentenceOf(saved.error())
                       : tr("%n record(s) saved in %1.", nullptr, static_cast<int>(saved->records))
                             .arg(isolated(
                                 QString::fromStdU16String(saved->folder.filename().u16string()))));
            announce(*m_state, m_state->text());
            emit said(m_state->text());
        });
}

void CopyPanel::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_stop->setVisible(busy);
}

} // namespace keepwell::ui
