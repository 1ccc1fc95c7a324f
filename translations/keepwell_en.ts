<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ActivityPage</name>
    <message numerus="yes">
        <source>%n unusual line(s) you have not looked at.</source>
        <translation>
            <numerusform>%n unusual line you have not looked at.</numerusform>
            <numerusform>%n unusual lines you have not looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AddingPage</name>
    <message numerus="yes">
        <source>Done. %n new record(s).</source>
        <translation>
            <numerusform>Done. %n new record.</numerusform>
            <numerusform>Done. %n new records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>Reading %n file</numerusform>
            <numerusform>Reading %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message numerus="yes">
        <source>%n share(s) with them now.</source>
        <translation>
            <numerusform>%n share with them now.</numerusform>
            <numerusform>%n shares with them now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message numerus="yes">
        <source>%n record(s) saved in %1.</source>
        <translation>
            <numerusform>%n record saved in %1.</numerusform>
            <numerusform>%n records saved in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliverPage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message numerus="yes">
        <source>%n record(s) from %1</source>
        <translation>
            <numerusform>%n record from %1</numerusform>
            <numerusform>%n records from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) in your wallet.</source>
        <translation>
            <numerusform>%n new record in your wallet.</numerusform>
            <numerusform>%n new records in your wallet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message numerus="yes">
        <source>%n new record(s)</source>
        <translation>
            <numerusform>%n new record</numerusform>
            <numerusform>%n new records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation>
            <numerusform>%n was here already</numerusform>
            <numerusform>%n were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s): %1</source>
        <translation>
            <numerusform>%n record: %1</numerusform>
            <numerusform>%n records: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation>
            <numerusform>%1: %n event</numerusform>
            <numerusform>%1: %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleLock</name>
    <message numerus="yes">
        <source>Keepwell locks in %n second(s). Nothing is lost.</source>
        <translation>
            <numerusform>Keepwell locks in %n second. Nothing is lost.</numerusform>
            <numerusform>Keepwell locks in %n seconds. Nothing is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message numerus="yes">
        <source>Your %n record(s). They are confirmed anew there.</source>
        <translation>
            <numerusform>Your %n record. It is confirmed anew there.</numerusform>
            <numerusform>Your %n records. They are confirmed anew there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) of yours. We stop them first. You can share again there.</source>
        <translation>
            <numerusform>%n share of yours. We stop it first. You can share again there.</numerusform>
            <numerusform>%n shares of yours. We stop them first. You can share again there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) with you. You cannot open them any more.</source>
        <translation>
            <numerusform>%n share with you. You cannot open it any more.</numerusform>
            <numerusform>%n shares with you. You cannot open them any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s). You meet them again with a new invite.</source>
        <translation>
            <numerusform>%n contact. You meet them again with a new invite.</numerusform>
            <numerusform>%n contacts. You meet them again with a new invite.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You stay on the network of before. %n share(s) there were stopped.</source>
        <translation>
            <numerusform>You stay on the network of before. %n share there was stopped.</numerusform>
            <numerusform>You stay on the network of before. %n shares there were stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockingPanel</name>
    <message numerus="yes">
        <source>After %n minute(s) without use</source>
        <translation>
            <numerusform>After %n minute without use</numerusform>
            <numerusform>After %n minutes without use</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Locked at %1 after %n minute(s) without use. Your records are safe. Nothing was lost.</source>
        <translation>
            <numerusform>Locked at %1 after %n minute without use. Your records are safe. Nothing was lost.</numerusform>
            <numerusform>Locked at %1 after %n minutes without use. Your records are safe. Nothing was lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n more line(s) like this.</source>
        <translation>
            <numerusform>%n more line like this.</numerusform>
            <numerusform>%n more lines like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent you %n record(s).</source>
        <translation>
            <numerusform>%1 sent you %n record.</numerusform>
            <numerusform>%1 sent you %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadableView</name>
    <message numerus="yes">
        <source>%n part(s) could not be shown here. Original has everything.</source>
        <translation>
            <numerusform>%n part could not be shown here. Original has everything.</numerusform>
            <numerusform>%n parts could not be shown here. Original has everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareFlow</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can now open %n record(s).</source>
        <translation>
            <numerusform>%1 can now open %n record.</numerusform>
            <numerusform>%1 can now open %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareRowView</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. %n record(s). %2. %3.</source>
        <translation>
            <numerusform>%1. %n record. %2. %3.</numerusform>
            <numerusform>%1. %n records. %2. %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From now on they can open nothing new. They may keep copies of what they already opened: your %n record(s).</source>
        <translation>
            <numerusform>From now on they can open nothing new. They may keep copies of what they already opened: your %n record.</numerusform>
            <numerusform>From now on they can open nothing new. They may keep copies of what they already opened: your %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. Shared %2, until %3. Opened %n time(s).</source>
        <translation>
            <numerusform>%1. Shared %2, until %3. Opened %n time.</numerusform>
            <numerusform>%1. Shared %2, until %3. Opened %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharedWithMePage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n change(s) wait and will be sent later.</source>
        <translation>
            <numerusform>%n change waits and will be sent later.</numerusform>
            <numerusform>%n changes wait and will be sent later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsStep</name>
    <message numerus="yes">
        <source>At most %n time(s)</source>
        <translation>
            <numerusform>At most %n time</numerusform>
            <numerusform>At most %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trends</name>
    <message numerus="yes">
        <source>%n result(s), from %1 to %2</source>
        <translation>
            <numerusform>%n result, from %1 to %2</numerusform>
            <numerusform>%n results, from %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <translation>
            <numerusform>Try again in %n second</numerusform>
            <numerusform>Try again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatPreview</name>
    <message numerus="yes">
        <source>%n record(s), and nothing else</source>
        <translation>
            <numerusform>%n record, and nothing else</numerusform>
            <numerusform>%n records, and nothing else</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stays private: %n record(s)</source>
        <translation>
            <numerusform>Stays private: %n record</numerusform>
            <numerusform>Stays private: %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them extra private</source>
        <translation>
            <numerusform>%n of them extra private</numerusform>
            <numerusform>%n of them extra private</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of these kinds or dates stay out otherwise. Never ticked for you.</source>
        <translation>
            <numerusform>%n record stays out otherwise. Never ticked for you.</numerusform>
            <numerusform>%n records stay out otherwise. Never ticked for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), extra private</source>
        <translation>
            <numerusform>%n record, extra private</numerusform>
            <numerusform>%n records, extra private</numerusform>
        </translation>
    </message>
</context>
</TS>
