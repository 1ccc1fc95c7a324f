// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QObject>

class QPalette;

namespace keepwell::ui {

enum class Scheme { System, Light, Dark };

/// The person's choices of colours and text size, and the one place that applies them to the
/// application: palette, font, style sheet, style. GUI thread only; make one, in main().
class Appearance final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSmallest = 100;
    static constexpr int kLargest = 200;
    static constexpr int kStep = 25;

    /// Remembers the system's own colours, so that Scheme::System can follow them.
    explicit Appearance(QObject *parent = nullptr);

    Scheme scheme() const { return m_scheme; }
    int textPercent() const { return m_percent; }
    bool moreContrast() const { return m_moreContrast; }

    void setScheme(Scheme scheme);
    /// Held between 100 and 200 and rounded to steps of 25.
    void setTextPercent(int percent);
    void nextTextSize(); ///< Two steps larger; after the largest, the smallest again.
    void setMoreContrast(bool more);

    void apply();

signals:
    void changed();

private:
    Scheme m_scheme = Scheme::System;
    int m_percent = kSmallest;
    bool m_moreContrast = false;
    bool m_systemIsDark = false;
};

/// The palette of `theme`, for what a style sheet does not reach.
QPalette paletteOf(const Theme &theme);
/// The style sheet of `theme`, from ui/theme/keepwell.qss.
QString styleSheetOf(const Theme &theme);

} // namespace keepwell::ui
