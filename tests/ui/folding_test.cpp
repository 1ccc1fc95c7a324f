// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/label.hpp"

#include <QPushButton>
#include <QTest>

using namespace keepwell;

/// What stands side by side goes one below the other before any of it is cut.
class FoldingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void row_foldsBelowItsWidth();
    void row_foldsBeforeAnythingIsCut();
    void row_foldsWhenItsPartsGrow();
    void actions_wrapWhenTheyNeedMoreThanALine();
    void grid_givesEachWidgetItsWidth();

private:
    void show(int width);

    std::unique_ptr<ui::FoldingRow> m_row;
    QPushButton *m_first = nullptr;
    QPushButton *m_second = nullptr;
};

void FoldingTest::init()
{
    m_row = std::make_unique<ui::FoldingRow>(100, 12);
    m_row->add(new ui::Label{ui::TextRole::Title, "Overview"}, 1);
    auto *actions = new QWidget;
    auto *line = new ui::FlowLayout{12, actions};
    for (QPushButton **button : {&m_first, &m_second}) {
        *button = new QPushButton;
        (*button)->setFixedSize(200, 44);
        line->addWidget(*button);
    }
    m_row->add(actions);
}

void FoldingTest::show(int width)
{
    m_row->resize(width, 300);
    m_row->show();
    QTest::qWait(0);
}

void FoldingTest::row_foldsBelowItsWidth()
{
    show(700);
    QVERIFY(!m_row->isFolded());
    m_row->setFoldBelow(800);
    QVERIFY(m_row->isFolded());
}

void FoldingTest::row_foldsBeforeAnythingIsCut()
{
    show(430); // the buttons need 412, and the title its word
    QVERIFY(m_row->isFolded());
    QCOMPARE(m_second->y(), m_first->y());
}

void FoldingTest::row_foldsWhenItsPartsGrow()
{
    show(700);
    QVERIFY(!m_row->isFolded());
    m_second->setFixedWidth(500);
    QTRY_VERIFY(m_row->isFolded());
}

void FoldingTest::actions_wrapWhenTheyNeedMoreThanALine()
{
    show(300);
    QTRY_VERIFY(m_second->y() > m_first->y());
    QCOMPARE(m_first->width(), 200);
}

void FoldingTest::grid_givesEachWidgetItsWidth()
{
    ui::FoldingGrid grid{3, 100, 10};
    QList<QPushButton *> tiles;
    for (int i = 0; i < 3; ++i) {
        tiles << new QPushButton{QString::number(i)};
        grid.add(tiles.last());
    }
    tiles[1]->setMinimumWidth(10); // less than its text needs is no hindrance
    tiles[1]->setText(QString(40, 'm'));
    const int needed = tiles[1]->minimumSizeHint().width();
    QVERIFY(needed > 110);
    grid.resize(3 * needed, 300);
    grid.show();
    QTRY_VERIFY(tiles[2]->y() > tiles[1]->y());
    QVERIFY(tiles[1]->width() >= needed);
    grid.resize(3 * needed + 20, 300);
    QTRY_COMPARE(tiles[2]->y(), tiles[1]->y());
}

QTEST_MAIN(FoldingTest)
#include "folding_test.moc"
