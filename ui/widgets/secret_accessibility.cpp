// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/secret_line_edit.hpp"

#include <QAccessible>
#include <QAccessibleWidget>

namespace keepwell::ui {

namespace {

/// Name and description as given; a password entry; never a value.
class SecretInterface final : public QAccessibleWidget
{
public:
    explicit SecretInterface(QWidget *widget) : QAccessibleWidget{widget, QAccessible::EditableText}
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? QString{} : QAccessibleWidget::text(kind);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        state.focusable = true;
        return state;
    }
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className == QLatin1String(SecretLineEdit::staticMetaObject.className())) {
        return new SecretInterface{static_cast<QWidget *>(object)};
    }
    return nullptr;
}

} // namespace

void installSecretAccessibility() { QAccessible::installFactory(makeInterface); }

} // namespace keepwell::ui
