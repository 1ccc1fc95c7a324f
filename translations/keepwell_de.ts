<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ActivityDetails</name>
    <message>
        <source>This entry is in the shared activity log and has not been changed since. It does not say the medical content is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two places disagree. Do not rely on this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was done on this computer and is written down here only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grant %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Block them</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>I know about this</source>
        <translation>Das weiß ich</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>My activity</source>
        <translation>Meine Aktivität</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nobody has opened anything yet.</source>
        <translation>Noch niemand hat etwas geöffnet.</translation>
    </message>
    <message>
        <source>When someone does, you see it here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>My changes</source>
        <translation>Meine Änderungen</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Lieferungen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Log was changed</source>
        <translation>Protokoll wurde geändert</translation>
    </message>
    <message>
        <source>Log complete, checked %1</source>
        <translation>Protokoll vollständig, geprüft %1</translation>
    </message>
    <message>
        <source>Log cannot be reached</source>
        <translation>Protokoll nicht erreichbar</translation>
    </message>
    <message>
        <source>They are blocked. You can undo this in Contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health record of accesses, FHIR (*.fhir.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know about all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone was refused, or it was an emergency.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddContactDialog</name>
    <message>
        <source>Add them</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>I have an invite from them</source>
        <translation>Ich habe eine Einladung</translation>
    </message>
    <message>
        <source>Paste the link they gave you</source>
        <translation>Fügen Sie den Link ein</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>I give them an invite</source>
        <translation>Ich gebe eine Einladung</translation>
    </message>
    <message>
        <source>Send it to one person only. It works once. When they have taken it, they appear in your contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Copy as a link</source>
        <translation>Als Link kopieren</translation>
    </message>
    <message>
        <source>Open an invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invites (*.keepwell *.kwinvite);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in your contacts. Compare the words next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is copied. Paste it into a message to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The invite is saved. Give the file to one person.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddingPage</name>
    <message>
        <source>Adding records</source>
        <translation>Unterlagen hinzufügen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>Dateien oder Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>You can use other pages while this runs. Files are read on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose records are these?</source>
        <translation>Wem gehören diese Unterlagen?</translation>
    </message>
    <message>
        <source>Keepwell compares the name in each file with yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bis jetzt</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Neue Unterlagen</translation>
    </message>
    <message>
        <source>Already here, left alone</source>
        <translation>Schon da, unverändert</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Added files are locked with your key at once. Your originals stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Wie die Datei sagt</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alles meine</translation>
    </message>
    <message>
        <source>Someone new: keep them apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your files…</source>
        <translation>Ihre Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>Reading your files, %1 % done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Files that were done stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Done. %n new record(s).</source>
        <translation>
            <numerusform>Fertig. %n neue Unterlage.</numerusform>
            <numerusform>Fertig. %n neue Unterlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some records name somebody else. If they are yours or someone&apos;s you look after, choose whose they are and add the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the rest now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Files that were done are in. Nothing is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>You can stop this share at any time, in two clicks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After that, %1 can open nothing new. They may keep copies of what they already opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Is it really %1?</source>
        <translation>Ist es wirklich %1?</translation>
    </message>
    <message>
        <source>Ask %1 to read out the words on their screen. They must be the same, in the same order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You compared these words before. Nothing has changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words match. I checked by phone or in person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share without checking. I know it may be someone else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are different</source>
        <translation>Die Wörter sind anders</translation>
    </message>
    <message>
        <source>Do not share.</source>
        <translation>Teilen Sie nicht.</translation>
    </message>
    <message>
        <source>Someone else may be using this name. Call the clinic on a number you know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionCard</name>
    <message>
        <source>Technical details</source>
        <translation type="unfinished">Technische Angaben</translation>
    </message>
    <message>
        <source>Technical details of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Keepwell works without them. Changes wait here and are sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Shared activity log</source>
        <translation>Gemeinsames Protokoll</translation>
    </message>
    <message>
        <source>Record storage</source>
        <translation>Ablage der Unterlagen</translation>
    </message>
    <message>
        <source>Checking every record and every entry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well: %1 records, %2 entries of the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Their key changed. Sharing is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call them on a number you know and compare the words again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can open nothing from you.</source>
        <translation>Sie können nichts von Ihnen öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) with them now.</source>
        <translation>
            <numerusform>%n Freigabe an sie.</numerusform>
            <numerusform>%n Freigaben an sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check words</source>
        <translation>Prüfwörter</translation>
    </message>
    <message>
        <source>Both of you see the same six words. Read them out to each other, by phone or in person. They must be the same, in the same order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are the same</source>
        <translation>Die Wörter sind gleich</translation>
    </message>
    <message>
        <source>They are different</source>
        <translation>Sie sind anders</translation>
    </message>
    <message>
        <source>Do not share.</source>
        <translation>Teilen Sie nicht.</translation>
    </message>
    <message>
        <source>Someone else may be using this name. Call the clinic on a number you know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call them</source>
        <translation>So nennen Sie sie</translation>
    </message>
    <message>
        <source>Only you see this name.</source>
        <translation>Nur Sie sehen diesen Namen.</translation>
    </message>
    <message>
        <source>Share with them</source>
        <translation>Mit ihnen teilen</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Namen speichern</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Remove from my contacts</source>
        <translation>Aus meinen Kontakten entfernen</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>Add the people you look after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the people who look after you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them an invite, or take theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked. You can share with them now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are not blocked any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are no longer in your contacts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateFilter</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 5 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished">d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>DeliverFlow</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Who are the records for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent until you press the button below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health records as files. Add a note for the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>This patient is not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the check words in Contacts first. A patient must be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking the files for the patient…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeliverPage</name>
    <message>
        <source>Deliver a record</source>
        <translation>Unterlagen senden</translation>
    </message>
    <message>
        <source>New delivery</source>
        <translation>Neue Sendung</translation>
    </message>
    <message>
        <source>Nothing delivered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a letter or results to a patient’s wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s)</source>
        <translation>
            <numerusform>%n neue Unterlage</numerusform>
            <numerusform>%n neue Unterlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Partly added</source>
        <translation>Teilweise hinzugefügt</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Events of the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
</context>
<context>
    <name>IdleLock</name>
    <message>
        <source>Still there?</source>
        <translation>Noch da?</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message numerus="yes">
        <source>Keepwell locks in %n second(s). Nothing is lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Choose a patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key checked</source>
        <translation>Schlüssel geprüft</translation>
    </message>
    <message>
        <source>Key not checked</source>
        <translation>Schlüssel nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>No reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason given by the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Opening is written in the patient’s activity with your name, the time and the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why are you opening them now?</source>
        <translation>Warum öffnen Sie sie jetzt?</translation>
    </message>
    <message>
        <source>Open records</source>
        <translation>Unterlagen öffnen</translation>
    </message>
    <message>
        <source>Writing it down, then opening…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Next</source>
        <translation type="unfinished">Weiter</translation>
    </message>
    <message>
        <source>Join this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished">Zurück</translation>
    </message>
    <message>
        <source>Join your organisation&apos;s network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your clinic or hospital gives you a connection file and a code. The code works once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a connection file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Abbrechen</translation>
    </message>
    <message>
        <source>Choose the file your organisation gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the code your organisation gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a connection file we can use. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your %n record(s). They are confirmed anew there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your words, your passphrase and your activity so far. Old lines are marked &quot;old network&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) of yours. We stop them first. You can share again there.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) with you. You cannot open them any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s). You meet them again with a new invite.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing ends: you share with nobody yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move and end these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You joined the network. Delete the code now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished">Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Emergency treatment</source>
        <translation>Notfallbehandlung</translation>
    </message>
    <message>
        <source>Health research</source>
        <translation>Gesundheitsforschung</translation>
    </message>
    <message>
        <source>I asked for it</source>
        <translation>Auf meinen Wunsch</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Paying for care</source>
        <translation>Bezahlung der Behandlung</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>LockingPanel</name>
    <message numerus="yes">
        <source>After %n minute(s) without use</source>
        <translation>
            <numerusform>Nach %n Minute ohne Nutzung</numerusform>
            <numerusform>Nach %n Minuten ohne Nutzung</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Von selbst sperren</translation>
    </message>
    <message>
        <source>Keepwell warns you one minute before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Passphrase jetzt</translation>
    </message>
    <message>
        <source>Type the passphrase you use now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase is changed.</source>
        <translation>Ihre Passphrase ist geändert.</translation>
    </message>
    <message>
        <source>That is not the right passphrase. Check Caps Lock and try again.</source>
        <translation>Das ist nicht die richtige Passphrase. Prüfen Sie die Feststelltaste und versuchen Sie es wieder.</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>Mehr Kontrast</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your new passphrase is set. Use it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You locked it. Your records are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Locked at %1 after %n minute(s) without use. Your records are safe. Nothing was lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keepwell</source>
        <translation>Keepwell</translation>
    </message>
    <message>
        <source>It was locked while records were being added. Files that were done are in. You can add the rest when you unlock.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 neu</translation>
    </message>
</context>
<context>
    <name>NewWalletFlow</name>
    <message>
        <source>Why this matters</source>
        <translation>Warum das wichtig ist</translation>
    </message>
    <message>
        <source>They open your wallet again if this computer is lost, broken or stolen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one can find them for you. Not us, not your doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo, no email, no cloud. Anyone with these words can read your records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the paper where you keep your will or passport.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words hide by themselves when you switch to another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Über Sie</translation>
    </message>
    <message>
        <source>Recovery phrase</source>
        <translation>Wörter zum Wiederherstellen</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>People you share with will see this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as patients know you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>I look after patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are a clinic or another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name stays on this computer and goes only to people you add as contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down these 12 words</source>
        <translation>Schreiben Sie diese 12 Wörter auf</translation>
    </message>
    <message>
        <source>Use pen and paper. Keep the order.</source>
        <translation>Nehmen Sie Stift und Papier. Behalten Sie die Reihenfolge.</translation>
    </message>
    <message>
        <source>Hide the words</source>
        <translation>Wörter verbergen</translation>
    </message>
    <message>
        <source>Print a blank form</source>
        <translation>Leeres Formular drucken</translation>
    </message>
    <message>
        <source>The form has 12 empty lines. The words are never printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have written all 12 words on paper, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source>Check your words</source>
        <translation>Prüfen Sie Ihre Wörter</translation>
    </message>
    <message>
        <source>Type every word from your paper. The first letters are enough: press Space and the word is completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Wählen Sie eine Passphrase</translation>
    </message>
    <message>
        <source>It opens Keepwell on this computer. You will type it often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your wallet is ready</source>
        <translation>Ihre Mappe ist bereit</translation>
    </message>
    <message>
        <source>It is locked with your passphrase. Only you can open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it is locked on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the paper with your 12 words in a safe place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, add your records or the people who look after you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my wallet</source>
        <translation>Meine Mappe öffnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Geben Sie Ihren Namen ein.</translation>
    </message>
    <message>
        <source>Look at your paper again.</source>
        <translation>Sehen Sie noch einmal auf Ihr Papier.</translation>
    </message>
    <message>
        <source>Making your wallet…</source>
        <translation>Ihre Mappe wird angelegt …</translation>
    </message>
</context>
<context>
    <name>OpenedShareView</name>
    <message>
        <source>Shared records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share ended at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close these records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1, checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy into a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the files can read them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Good morning, %1</source>
        <translation>Guten Morgen, %1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>Guten Tag, %1</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>Guten Abend, %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Bring in your first records</source>
        <translation>Holen Sie Ihre ersten Unterlagen</translation>
    </message>
    <message>
        <source>Choose files or a whole folder from your clinic or hospital.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add records</source>
        <translation>Unterlagen hinzufügen</translation>
    </message>
    <message>
        <source>Files are read on this computer and locked with your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, says your record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known. Is there any?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Someone was refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was shown to them.</source>
        <translation>Ihnen wurde nichts gezeigt.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Erkrankungen</translation>
    </message>
    <message>
        <source>Vaccines</source>
        <translation>Impfungen</translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some records are not added yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were done are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) like this.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Opened in an emergency: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unusual: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 sent you %n record(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not take them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) in your wallet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWriter</name>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhraseSheet</name>
    <message>
        <source>Your 12 words. They are shown on the screen only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Preview of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the paper:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper and PDF are not locked: anyone who has them can read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Schließen</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadableView</name>
    <message>
        <source>In the clinic&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be shown here. Original has everything.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files in this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished">Aktiv</translation>
    </message>
    <message>
        <source>Added item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age is a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to the bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began at age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benefits left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billed time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biologic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born as number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause of death</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the accident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days it lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished">Einzelheiten</translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died at age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doses in the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished">Beendet</translation>
    </message>
    <message>
        <source>Ended at age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra food</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fasting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fasting for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filler order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Food</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Food plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Food wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a real thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fulfilled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed out by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hospital stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished">Wie lange</translation>
    </message>
    <message>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How serious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How serious it could be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thick drinks are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In place of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Income kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inpatient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insured person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished">Behalten</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of helper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of visit before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">Sprache</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasts for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made worse by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Material</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation type="unfinished">Medikamente</translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mild</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money kept for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most at one time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most in a life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most in a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noshow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number before the stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the insured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onleave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished">Anderes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outpatient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone and mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records in this collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reflex order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished">Beendet</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Therapy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time handed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be handed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished">Behandlung</translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tube feeding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unable to assess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaccination plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaccine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waitlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaker than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished">Was</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where on the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished">Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished">Warum</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why there is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wished time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your share of the costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordListModel</name>
    <message>
        <source>%1. %2. %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordViewer</name>
    <message>
        <source>Record</source>
        <translation>Unterlage</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Choose a record to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1, checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>This record is in the shared activity log and has not been changed since. It does not say the medical content is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record is not in the shared activity log yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Angaben</translation>
    </message>
    <message>
        <source>SHA-256 of the original</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Records</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>Search records</source>
        <translation>Unterlagen suchen</translation>
    </message>
    <message>
        <source>Add records</source>
        <translation>Unterlagen hinzufügen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Delete this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in your first records</source>
        <translation>Holen Sie Ihre ersten Unterlagen</translation>
    </message>
    <message>
        <source>Choose files or a whole folder from your clinic or hospital.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Files are read on this computer and locked with your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>No record fits. Try fewer letters or another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this record?</source>
        <translation>Diese Unterlage löschen?</translation>
    </message>
    <message>
        <source>It is taken out of this wallet. People who opened it may keep copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The record was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this record</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>All, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record fits. Try other dates, fewer letters or another kind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreFlow</name>
    <message>
        <source>Your 12 words</source>
        <translation>Ihre 12 Wörter</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Type your 12 words</source>
        <translation>Geben Sie Ihre 12 Wörter ein</translation>
    </message>
    <message>
        <source>Take the paper you wrote. Keep the order. You can also paste all 12 into the first field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens Keepwell on this computer from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your wallet is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your new passphrase is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open my wallet</source>
        <translation>Meine Mappe öffnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Geben Sie Ihren Namen ein.</translation>
    </message>
    <message>
        <source>Most often one letter is wrong. Look at your paper again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most often one word is misspelt. Look at your paper again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing your wallet back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the words, or choose another network. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>Your shares and contacts are back: %1 shares, %2 contacts. Your records come back from a backup, or add the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it the next time you unlock Keepwell. Nothing else changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretLineEdit</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Text and colours</source>
        <translation>Text und Farben</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>About Keepwell</source>
        <translation>Über Keepwell</translation>
    </message>
    <message>
        <source>Language of Keepwell</source>
        <translation>Sprache von Keepwell</translation>
    </message>
    <message>
        <source>Your records stay in the language they were written in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepwell</source>
        <translation>Keepwell</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>A health wallet that belongs to the patient. Free software under the Apache License 2.0. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareFlow</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why and how long</source>
        <translation>Warum und wie lange</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Who may see your records?</source>
        <translation>Wer darf Ihre Unterlagen sehen?</translation>
    </message>
    <message>
        <source>Choose one person or place.</source>
        <translation>Wählen Sie eine Person oder Stelle.</translation>
    </message>
    <message>
        <source>Tick what you want to share. Everything else stays private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why and how long?</source>
        <translation>Warum und wie lange?</translation>
    </message>
    <message>
        <source>It ends by itself on the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check before you share</source>
        <translation>Prüfen Sie, bevor Sie teilen</translation>
    </message>
    <message>
        <source>Nothing is shared until you press the button below.</source>
        <translation>Nichts wird geteilt, bevor Sie unten drücken.</translation>
    </message>
    <message>
        <source>Share with %1</source>
        <translation>Mit %1 teilen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>What may %1 see?</source>
        <translation>Was darf %1 sehen?</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>. New ones are shared too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>They see this reason each time they open a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Locking the records for %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>Nothing was shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share with %1 waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 can now open %n record(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareRowView</name>
    <message>
        <source>Not opened yet</source>
        <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Geöffnet %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>, and new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1. %n record(s). %2. %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the share with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stop sharing with %1</source>
        <translation type="unfinished">Nicht mehr mit %1 teilen? {1?}</translation>
    </message>
    <message>
        <source>Stop sharing with %1?</source>
        <translation>Nicht mehr mit %1 teilen?</translation>
    </message>
    <message>
        <source>From now on they can open nothing. They have not opened anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>From now on they can open nothing new. They may keep copies of what they already opened: your %n record(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Nicht mehr teilen</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Weiter teilen</translation>
    </message>
    <message>
        <source>This is written in your activity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they can see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1. Shared %2, until %3. Opened %n time(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Angaben</translation>
    </message>
    <message>
        <source>Grant %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SharedWithMePage</name>
    <message>
        <source>Shared with me</source>
        <translation>Mit mir geteilt</translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation>Patienten suchen</translation>
    </message>
    <message>
        <source>Deliver a record</source>
        <translation>Unterlagen senden</translation>
    </message>
    <message>
        <source>Nobody shares with you yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give patients your invite, or take theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends soon %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>New share</source>
        <translation>Neu teilen</translation>
    </message>
    <message>
        <source>Active (%1)</source>
        <translation>Aktiv (%1)</translation>
    </message>
    <message>
        <source>Ended (%1)</source>
        <translation>Beendet (%1)</translation>
    </message>
    <message>
        <source>You share with nobody. That is fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you want someone to see records, start here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to send. %1 can still open until this computer is online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharing with %1 has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Praxis</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Mit mir geteilt</translation>
    </message>
    <message>
        <source>Deliver a record</source>
        <translation>Unterlagen senden</translation>
    </message>
    <message>
        <source>My activity</source>
        <translation>Meine Aktivität</translation>
    </message>
    <message>
        <source>My health</source>
        <translation>Meine Gesundheit</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Wer es sehen kann</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>This wallet</source>
        <translation>Diese Mappe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>We try again</source>
        <translation>Wir versuchen es wieder</translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait and will be sent later.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys you can use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ctrl+K: find a record
Ctrl+1, Ctrl+2 …: the pages at the side
Ctrl+N: new share
Ctrl+I: add records
Ctrl+P: print
Ctrl+S: save a copy
Ctrl+L: lock now
Ctrl+plus, Ctrl+minus: text size
Alt+Left: back
F6: next pane
Esc: close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Keepwell</source>
        <translation>Keepwell</translation>
    </message>
    <message>
        <source>Demo wallet. Everything here is made up.</source>
        <translation>Probemappe. Alles hier ist erfunden.</translation>
    </message>
    <message>
        <source>Clinician mode</source>
        <translation>Modus für Fachleute</translation>
    </message>
    <message>
        <source>More pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>TermsStep</name>
    <message>
        <source>Reason, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>They see this reason each time they open a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>Until a day I choose</source>
        <translation>Bis zu einem Tag meiner Wahl</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As often as they need</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %n time(s)</source>
        <translation>
            <numerusform>Höchstens %n Mal</numerusform>
            <numerusform>Höchstens %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>How often they may open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a short reason, such as: diabetes review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Use fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then it ends by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, then it ends by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Chart of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation type="unfinished">MMM yyyy</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>Tests over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test with numbers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a lab report and its values stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished">Befunde</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished">Alle</translation>
    </message>
    <message>
        <source>All values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trend needs two results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No range given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones are among the records.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trends</name>
    <message numerus="yes">
        <source>%n result(s), from %1 to %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Keepwell is locked</source>
        <translation>Keepwell ist gesperrt</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Forgot it? Use your recovery phrase</source>
        <translation>Vergessen? Nehmen Sie Ihre 12 Wörter</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Geben Sie Ihre Passphrase ein.</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Wird entsperrt …</translation>
    </message>
    <message>
        <source>That is not the right passphrase. Check Caps Lock and try again.</source>
        <translation>Das ist nicht die richtige Passphrase. Prüfen Sie die Feststelltaste und versuchen Sie es wieder.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <translation>
            <numerusform>Wieder in %n Sekunde</numerusform>
            <numerusform>Wieder in %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I am a clinician</source>
        <translation>Ich bin vom Fach</translation>
    </message>
    <message>
        <source>Clinician mode</source>
        <translation>Modus für Fachleute</translation>
    </message>
    <message>
        <source>For people who look after others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepwell</source>
        <translation>Keepwell</translation>
    </message>
    <message>
        <source>Your health records,
in your own keeping</source>
        <translation>Ihre Gesundheitsunterlagen,
in Ihrer eigenen Hand</translation>
    </message>
    <message>
        <source>Keep your records on this computer. Choose who may look. See every time someone opens them.</source>
        <translation>Bewahren Sie Ihre Unterlagen auf diesem Computer auf. Bestimmen Sie, wer sie sehen darf. Sehen Sie jedes Öffnen.</translation>
    </message>
    <message>
        <source>Start a new wallet</source>
        <translation>Neue Mappe anlegen</translation>
    </message>
    <message>
        <source>About 5 minutes. Have a pen and paper ready.</source>
        <translation>Etwa 5 Minuten. Legen Sie Stift und Papier bereit.</translation>
    </message>
    <message>
        <source>I already have a recovery phrase</source>
        <translation>Ich habe schon 12 Wörter</translation>
    </message>
    <message>
        <source>Bring your wallet back on this computer.</source>
        <translation>Holen Sie Ihre Mappe auf diesen Computer zurück.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst einmal umsehen</translation>
    </message>
    <message>
        <source>Open a demo wallet with made-up records.</source>
        <translation>Eine Probemappe mit erfundenen Unterlagen öffnen.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>I am a patient</source>
        <translation>Ich bin Patient</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>Also share new records of these kinds until the share ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>Nach Datum</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Everything since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records without a date are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records to tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. Tick what you want to share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), and nothing else</source>
        <translation>
            <numerusform>%n Unterlage, und sonst nichts</numerusform>
            <numerusform>%n Unterlagen, und sonst nichts</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stays private: %n record(s)</source>
        <translation>
            <numerusform>Bleibt privat: %n Unterlage</numerusform>
            <numerusform>Bleibt privat: %n Unterlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>You have no contacts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the person first. You compare a few words with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>You have blocked them. Unblock them in Contacts first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their key changed. Compare the words in Contacts first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>WordEntry</name>
    <message>
        <source>Word %1 of 12</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordTile</name>
    <message>
        <source>Word %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keepwell::ui</name>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You had stopped this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share had ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They had opened it as often as you allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have no share from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried to open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was shown. You do not need to do anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewed the share with %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped sharing %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can open %1 no longer; the time was over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivery of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent %1, now in your records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent %1, which was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrote a seal of your records into the shared activity log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the records is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved a copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a new contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2. %3. %4. %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Health records (*.json *.ndjson);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>The patient’s part has not arrived yet. We try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share begins later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of this share is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was opened as often as the patient allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient has stopped this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Wartet auf Senden</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My 12 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this paper where you keep your will or passport.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak. Add more words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair. One more word makes it good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good. Hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong. Very hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest results</source>
        <translation>Neueste Befunde</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Befunde</translation>
    </message>
    <message>
        <source>Not known. Add a lab report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Nicht bekannt.</translation>
    </message>
    <message>
        <source>Who opened what</source>
        <translation>Wer was geöffnet hat</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Nobody has opened anything yet.</source>
        <translation>Noch niemand hat etwas geöffnet.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>It could not be saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>Endet heute</translation>
    </message>
    <message>
        <source>Ends tomorrow</source>
        <translation>Endet morgen</translation>
    </message>
    <message>
        <source>Ends in %1 days</source>
        <translation>Endet in %1 Tagen</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Allergien</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Erkrankungen</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Vaccines</source>
        <translation>Impfungen</translation>
    </message>
    <message>
        <source>Test results</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Briefe</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Care plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Conditions and allergies</source>
        <translation>Erkrankungen und Allergien</translation>
    </message>
    <message>
        <source>In range</source>
        <translation>Im Bereich</translation>
    </message>
    <message>
        <source>Just below range</source>
        <translation>Knapp unter dem Bereich</translation>
    </message>
    <message>
        <source>Just above range</source>
        <translation>Knapp über dem Bereich</translation>
    </message>
    <message>
        <source>Below range</source>
        <translation>Unter dem Bereich</translation>
    </message>
    <message>
        <source>Above range</source>
        <translation>Über dem Bereich</translation>
    </message>
    <message>
        <source>Marked as urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>One source</source>
        <translation>Eine Quelle</translation>
    </message>
    <message>
        <source>Places disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Changed, check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in person</source>
        <translation>Persönlich geprüft</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words do not open this wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be reached now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was changed by someone. Do not rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is in use or was changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepwell cannot read this kind yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share had not begun yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen yet. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short. Use at least 10 characters. Five words are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too easy to guess. Many people try this first. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next appointment, %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next appointment, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed %1 by the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, says the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No range given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicines now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed by the patient from Keepwell. May be incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health summary: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the clinic&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished">Verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished">Abgelehnt</translation>
    </message>
    <message>
        <source>Certificate ends soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two places disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation type="unfinished">Nicht erreichbar</translation>
    </message>
    <message>
        <source>We ask the network how it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is starting. We try again by ourselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network did not accept this wallet. Ask your organisation for a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate ends soon. We renew it by ourselves while you are online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your certificate ends soon. Ask your organisation for a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two places disagree. Do not rely on the lines in Activity that say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. Set it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be reached now. Changes wait here and are sent later. You do not need to do anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where shares and openings are written down, so nobody can change them later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer: %1, of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My organisation: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others of the channel see me as: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate ends: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries: %1, confirmed by two places: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dispute: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by %1 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a new code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation type="unfinished">Alles prüfen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished">Ändern</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished">Jetzt versuchen</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your locked files.</source>
        <translation type="unfinished">Ihre verschlossenen Dateien.</translation>
    </message>
    <message>
        <source>We ask where your locked files are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place of your locked files does not accept this wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be reached now. New shares wait here until it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks that wait here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage refused us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We try again</source>
        <translation type="unfinished">Wir versuchen es wieder</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished">Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished">Wird gesendet …</translation>
    </message>
    <message>
        <source>Checked just now</source>
        <translation type="unfinished">Eben geprüft</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network refused us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation type="unfinished">Sie sind offline</translation>
    </message>
    <message>
        <source>1 result: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual range %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
