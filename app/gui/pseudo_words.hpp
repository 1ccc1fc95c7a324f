// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace keepwell::gui {

/// Every text in Hebrew letters, one for each Latin one, to see right-to-left pages filled.
/// Placeholders, digits and keys stay as they are.
class PseudoWords final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int count) const override;
};

} // namespace keepwell::gui
