// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace keepwell::ui {

class Appearance;

/// Text size, light or dark, more contrast.
class LookPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit LookPanel(Appearance &appearance, QWidget *parent = nullptr);
};

} // namespace keepwell::ui
