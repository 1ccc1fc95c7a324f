// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace keepwell::ui {

/// A list whose rows are as high as their words need at the width there is; they are measured
/// again whenever that width changes.
class RowList final : public QListView
{
    Q_OBJECT

public:
    explicit RowList(QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace keepwell::ui
