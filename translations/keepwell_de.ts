<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ActivityDetails</name>
    <message>
        <source>This entry is in the shared activity log and has not been changed since. It does not say the medical content is right.</source>
        <translation>Dieser Eintrag steht im gemeinsamen Protokoll und wurde seitdem nicht geändert. Das sagt nicht, dass der medizinische Inhalt stimmt.</translation>
    </message>
    <message>
        <source>Confirmed by one place.</source>
        <translation>Von einer Stelle bestätigt.</translation>
    </message>
    <message>
        <source>Two places disagree. Do not rely on this line.</source>
        <translation>Zwei Stellen widersprechen sich. Verlassen Sie sich nicht auf diesen Eintrag.</translation>
    </message>
    <message>
        <source>This was done on this computer and is written down here only.</source>
        <translation>Das geschah auf diesem Computer und ist nur hier vermerkt.</translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation>Angegebener Grund: %1</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>transaction %1…</source>
        <translation>Vorgang %1…</translation>
    </message>
    <message>
        <source>grant %1…</source>
        <translation>Freigabe %1…</translation>
    </message>
    <message>
        <source>Technical details: %1</source>
        <translation>Technische Einzelheiten: %1</translation>
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
        <source>Press to show all days</source>
        <translation>Drücken zeigt alle Tage</translation>
    </message>
    <message>
        <source>Only %1. Press to show all days.</source>
        <translation>Nur %1. Drücken zeigt alle Tage.</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
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
        <translation>Wenn es jemand tut, sehen Sie es sofort hier.</translation>
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
        <translation>Der Kontakt ist blockiert. Sie können das unter Kontakte rückgängig machen.</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Daten (*.json)</translation>
    </message>
    <message>
        <source>Health record of accesses, FHIR (*.fhir.json)</source>
        <translation>Verzeichnis der Zugriffe, FHIR (*.fhir.json)</translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the file can read it.</source>
        <translation>Gespeichert. Die Kopie ist nicht geschützt: Wer die Datei hat, kann sie lesen.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>I know about all of them</source>
        <translation>Ich weiß von allen</translation>
    </message>
    <message>
        <source>Someone was refused, or it was an emergency.</source>
        <translation>Jemand wurde abgewiesen, oder es war ein Notfall.</translation>
    </message>
    <message numerus="yes">
        <source>%n unusual line(s) you have not looked at.</source>
        <translation>
            <numerusform>%n ungewöhnlicher Eintrag, den Sie noch nicht angesehen haben.</numerusform>
            <numerusform>%n ungewöhnliche Einträge, die Sie noch nicht angesehen haben.</numerusform>
        </translation>
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
        <translation>Geben Sie sie nur einer Person. Sie gilt einmal. Wurde sie angenommen, steht die Person in Ihren Kontakten.</translation>
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
        <translation>Einladung öffnen</translation>
    </message>
    <message>
        <source>Invites (*.keepwell *.kwinvite);;All files (*)</source>
        <translation>Einladungen (*.keepwell *.kwinvite);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is in your contacts. Compare the words next.</source>
        <translation>%1 steht in Ihren Kontakten. Vergleichen Sie jetzt die Wörter.</translation>
    </message>
    <message>
        <source>The link is copied. Paste it into a message to them.</source>
        <translation>Der Link ist kopiert. Fügen Sie ihn in eine Nachricht ein.</translation>
    </message>
    <message>
        <source>The invite is saved. Give the file to one person.</source>
        <translation>Die Einladung ist gespeichert. Geben Sie die Datei einer Person.</translation>
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
        <translation>Sie können solange andere Seiten benutzen. Dateien werden nur auf diesem Computer gelesen.</translation>
    </message>
    <message>
        <source>Whose records are these?</source>
        <translation>Wem gehören diese Unterlagen?</translation>
    </message>
    <message>
        <source>Keepwell compares the name in each file with yours.</source>
        <translation>Keepwell vergleicht den Namen in jeder Datei mit Ihrem.</translation>
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
        <source>Added files are locked with your key at once. Your originals stay where they are.</source>
        <translation>Hinzugefügte Dateien werden sofort mit Ihrem Schlüssel geschützt. Ihre Originale bleiben, wo sie sind.</translation>
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
        <translation>Jemand Neues: getrennt halten</translation>
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
        <translation>Ihre Dateien werden gelesen, %1 % fertig</translation>
    </message>
    <message>
        <source>Adding stopped</source>
        <translation>Hinzufügen beendet</translation>
    </message>
    <message>
        <source>Stopped. Files that were done stay.</source>
        <translation>Angehalten. Fertige Dateien bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>Done. %n new record(s).</source>
        <translation>
            <numerusform>Fertig. %n neue Unterlage.</numerusform>
            <numerusform>Fertig. %n neue Unterlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the rest now</source>
        <translation>Den Rest jetzt hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>%n Datei wird gelesen</numerusform>
            <numerusform>%n Dateien werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that were done are in. Nothing is there twice.</source>
        <translation>Fertige Dateien sind da. Nichts ist doppelt.</translation>
    </message>
    <message>
        <source>Keepwell was locked or closed while it added records.</source>
        <translation>Keepwell wurde gesperrt oder geschlossen, während es Unterlagen hinzufügte.</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>They are mine</source>
        <translation>Es sind meine</translation>
    </message>
    <message>
        <source>Keep them apart</source>
        <translation>Getrennt führen</translation>
    </message>
    <message>
        <source>Some records name somebody else. Whose are they?</source>
        <translation>Einige Unterlagen nennen jemand anderen. Wem gehören sie?</translation>
    </message>
    <message>
        <source>Some records name other people. Whose are they?</source>
        <translation>Einige Unterlagen nennen andere Personen. Wem gehören sie?</translation>
    </message>
    <message>
        <source>They are not added yet. Look at the names below before you choose.</source>
        <translation>Sie sind noch nicht hinzugefügt. Sehen Sie sich die Namen unten an, bevor Sie wählen.</translation>
    </message>
</context>
<context>
    <name>AttachmentView</name>
    <message>
        <source>This picture could not be shown. You can save it instead.</source>
        <translation>Dieses Bild konnte nicht angezeigt werden. Sie können es stattdessen speichern.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>You can stop this share at any time, in two clicks.</source>
        <translation>Sie können diese Freigabe jederzeit mit zwei Klicks beenden.</translation>
    </message>
    <message>
        <source>After that, %1 can open nothing new. They may keep copies of what they already opened.</source>
        <translation>Danach kann %1 nichts Neues öffnen. Kopien von schon Geöffnetem können bleiben.</translation>
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
        <translation>Bitten Sie %1, die Wörter auf dem eigenen Bildschirm vorzulesen. Sie müssen gleich sein, in der gleichen Reihenfolge.</translation>
    </message>
    <message>
        <source>You compared these words before. Nothing has changed since.</source>
        <translation>Sie haben diese Wörter schon verglichen. Seitdem hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>The words match. I checked by phone or in person.</source>
        <translation>Die Wörter stimmen. Ich habe am Telefon oder persönlich verglichen.</translation>
    </message>
    <message>
        <source>Share without checking. I know it may be someone else.</source>
        <translation>Ohne Prüfung teilen. Ich weiß, es könnte jemand anderes sein.</translation>
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
        <translation>Vielleicht benutzt jemand anderes diesen Namen. Rufen Sie die Praxis unter einer Nummer an, die Sie kennen.</translation>
    </message>
</context>
<context>
    <name>ConnectionCard</name>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>Technical details of %1</source>
        <translation>Technische Einzelheiten von %1</translation>
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
        <translation>Keepwell arbeitet auch ohne sie. Änderungen warten hier und werden später gesendet.</translation>
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
        <translation>Jede Unterlage und jeder Eintrag wird geprüft …</translation>
    </message>
    <message>
        <source>All is well: %1 records, %2 entries of the log.</source>
        <translation>Alles in Ordnung: %1 Unterlagen, %2 Einträge des Protokolls.</translation>
    </message>
    <message>
        <source>Join a network</source>
        <translation>Einem Netz beitreten</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Their key changed. Sharing is paused.</source>
        <translation>Der Schlüssel hat sich geändert. Das Teilen ruht.</translation>
    </message>
    <message>
        <source>Call them on a number you know and compare the words again.</source>
        <translation>Rufen Sie unter einer Nummer an, die Sie kennen, und vergleichen Sie die Wörter noch einmal.</translation>
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
        <translation>Sie beide sehen dieselben sechs Wörter. Lesen Sie sie einander vor, am Telefon oder persönlich. Es müssen dieselben sein, in derselben Reihenfolge.</translation>
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
        <translation>Vielleicht benutzt jemand anderes diesen Namen. Rufen Sie die Praxis unter einer Nummer an, die Sie kennen.</translation>
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
        <translation>Nicht mehr blockieren</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
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
        <translation>Fügen Sie die Menschen hinzu, die Sie betreuen.</translation>
    </message>
    <message>
        <source>Add the people who look after you.</source>
        <translation>Fügen Sie die Menschen hinzu, die Sie behandeln.</translation>
    </message>
    <message>
        <source>Give them an invite, or take theirs.</source>
        <translation>Geben Sie eine Einladung, oder nehmen Sie eine an.</translation>
    </message>
    <message>
        <source>Checked. You can share with them now.</source>
        <translation>Geprüft. Sie können jetzt teilen.</translation>
    </message>
    <message>
        <source>They are blocked.</source>
        <translation>Der Kontakt ist blockiert.</translation>
    </message>
    <message>
        <source>They are not blocked any more.</source>
        <translation>Der Kontakt ist nicht mehr blockiert.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Geben Sie zuerst einen Namen ein.</translation>
    </message>
    <message>
        <source>The name is saved.</source>
        <translation>Der Name ist gespeichert.</translation>
    </message>
    <message>
        <source>They are no longer in your contacts.</source>
        <translation>Der Kontakt ist entfernt.</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Save a copy of all records</source>
        <translation>Kopie aller Unterlagen speichern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Your 12 words bring back your shares and contacts. They do not bring back your records: those are on this computer only.</source>
        <translation>Ihre 12 Wörter bringen Ihre Freigaben und Kontakte zurück. Ihre Unterlagen bringen sie nicht zurück: Die sind nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Save a copy now and then, for example on a memory stick. To bring it back, add the folder as you add any records.</source>
        <translation>Speichern Sie ab und zu eine Kopie, zum Beispiel auf einem USB-Stick. Um sie zurückzuholen, fügen Sie den Ordner wie andere Unterlagen hinzu.</translation>
    </message>
    <message>
        <source>The copy is not locked.</source>
        <translation>Die Kopie ist nicht verschlossen.</translation>
    </message>
    <message>
        <source>Whoever has the folder can read your records.</source>
        <translation>Wer den Ordner hat, kann Ihre Unterlagen lesen.</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>Saving your records…</source>
        <translation>Ihre Unterlagen werden gespeichert…</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) saved in %1.</source>
        <translation>
            <numerusform>%n Unterlage in %1 gespeichert.</numerusform>
            <numerusform>%n Unterlagen in %1 gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateFilter</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Jedes Datum</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>Letzte 3 Monate</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Last 5 years</source>
        <translation>Letzte 5 Jahre</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>DeliverFlow</name>
    <message>
        <source>Patient</source>
        <translation>Für wen</translation>
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
        <translation>Für wen sind die Unterlagen?</translation>
    </message>
    <message>
        <source>Choose one patient.</source>
        <translation>Wählen Sie eine Person.</translation>
    </message>
    <message>
        <source>Check before you send</source>
        <translation>Prüfen Sie vor dem Senden</translation>
    </message>
    <message>
        <source>Nothing is sent until you press the button below.</source>
        <translation>Nichts wird gesendet, bis Sie unten auf den Knopf drücken.</translation>
    </message>
    <message>
        <source>Which files?</source>
        <translation>Welche Dateien?</translation>
    </message>
    <message>
        <source>Health records as files. Add a note for the patient.</source>
        <translation>Gesundheitsunterlagen als Dateien. Schreiben Sie eine Notiz dazu.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation>Dateien hier ablegen</translation>
    </message>
    <message>
        <source>Note for the patient</source>
        <translation>Notiz für die Patientin oder den Patienten</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>This patient is not checked.</source>
        <translation>Diese Person ist nicht geprüft.</translation>
    </message>
    <message>
        <source>Compare the check words in Contacts first. A patient must be checked.</source>
        <translation>Vergleichen Sie zuerst die Prüfwörter unter Kontakte. Die Person muss geprüft sein.</translation>
    </message>
    <message>
        <source>Locking the files for the patient…</source>
        <translation>Die Dateien werden für die Person verschlossen …</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation>An %1 gesendet.</translation>
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
        <translation>Noch nichts gesendet</translation>
    </message>
    <message>
        <source>Send a letter or results to a patient’s wallet.</source>
        <translation>Senden Sie einen Brief oder Ergebnisse an eine Mappe.</translation>
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
    <name>Deliveries</name>
    <message>
        <source>%1, born %2</source>
        <translation>%1, geboren %2</translation>
    </message>
    <message>
        <source>It waits for you. The records name %1.</source>
        <translation>Die Sendung wartet auf Sie: Die Unterlagen nennen %1.</translation>
    </message>
    <message>
        <source>It waits for you. It does not say whose records they are.</source>
        <translation>Die Sendung wartet auf Sie: Darin steht nicht, wessen Unterlagen das sind.</translation>
    </message>
    <message>
        <source>It waits for you. It is from somebody you do not know.</source>
        <translation>Die Sendung wartet auf Sie: Sie kommt von jemandem, den Sie nicht kennen.</translation>
    </message>
    <message>
        <source>It waits for you. You have blocked this contact.</source>
        <translation>Die Sendung wartet auf Sie: Sie haben diesen Kontakt gesperrt.</translation>
    </message>
    <message>
        <source>It waits for you. You have not compared the check words with them.</source>
        <translation>Die Sendung wartet auf Sie: Sie haben die Prüfwörter noch nicht verglichen.</translation>
    </message>
    <message>
        <source>It arrived changed, and cannot be taken. Ask for it to be sent again.</source>
        <translation>Die Sendung kam verändert an und kann nicht angenommen werden. Bitten Sie, es noch einmal zu schicken.</translation>
    </message>
    <message>
        <source>It waits for you because %1.</source>
        <translation>Die Sendung wartet auf Sie: %1.</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Opening what they sent…</source>
        <translation>Die Sendung wird geöffnet …</translation>
    </message>
    <message>
        <source>Whose records are these?</source>
        <translation>Wessen Unterlagen sind das?</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Do not take them</source>
        <translation>Nicht annehmen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) from %1</source>
        <translation>
            <numerusform>%n Unterlage von %1</numerusform>
            <numerusform>%n Unterlagen von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>They wrote: %1</source>
        <translation>Dazu geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Meine: %1</translation>
    </message>
    <message>
        <source>These are records of several people.</source>
        <translation>Das sind Unterlagen mehrerer Menschen.</translation>
    </message>
    <message>
        <source>They name %1. Ask for one delivery for each of them.</source>
        <translation>Sie nennen %1. Bitten Sie um eine eigene Sendung für jeden von ihnen.</translation>
    </message>
    <message>
        <source>Somebody else’s: %1</source>
        <translation>Die von jemand anderem: %1</translation>
    </message>
    <message>
        <source>Choose whose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n new record(s) in your wallet.</source>
        <translation>
            <numerusform>%n neue Unterlage in Ihrer Mappe.</numerusform>
            <numerusform>%n neue Unterlagen in Ihrer Mappe.</numerusform>
        </translation>
    </message>
    <message>
        <source>They were not taken. %1 is told so.</source>
        <translation>Sie wurden nicht angenommen. %1 erfährt davon.</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Text document</source>
        <translation>Textdokument</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
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
        <translation>
            <numerusform>%n war schon da</numerusform>
            <numerusform>%n waren schon da</numerusform>
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
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not read.</source>
        <translation>Nicht gelesen.</translation>
    </message>
    <message>
        <source>Health record</source>
        <translation>Gesundheitsunterlage</translation>
    </message>
    <message>
        <source>Health records</source>
        <translation>Gesundheitsunterlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s): %1</source>
        <translation>
            <numerusform>%n Unterlage: %1</numerusform>
            <numerusform>%n Unterlagen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Record %1 of the file</source>
        <translation>Unterlage %1 der Datei</translation>
    </message>
    <message>
        <source>Line %1 of the file</source>
        <translation>Zeile %1 der Datei</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Events of the last 30 days</source>
        <translation>Ereignisse der letzten 30 Tage</translation>
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
        <translation>
            <numerusform>%1: %n Ereignis</numerusform>
            <numerusform>%1: %n Ereignisse</numerusform>
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
        <translation>
            <numerusform>Keepwell sperrt in %n Sekunde. Nichts geht verloren.</numerusform>
            <numerusform>Keepwell sperrt in %n Sekunden. Nichts geht verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Choose a patient.</source>
        <translation>Wählen Sie eine Person.</translation>
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
        <translation>Kein Grund</translation>
    </message>
    <message>
        <source>Reason given by the patient</source>
        <translation>Grund, den die Person angibt</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Opening is written in the patient’s activity with your name, the time and the reason.</source>
        <translation>Das Öffnen steht in der Aktivität der Person: mit Ihrem Namen, der Zeit und dem Grund.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachkontrolle</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Zweite Meinung</translation>
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
        <translation>Wird aufgeschrieben, dann geöffnet …</translation>
    </message>
    <message>
        <source>Write why you are opening them.</source>
        <translation>Schreiben Sie, warum Sie öffnen.</translation>
    </message>
    <message>
        <source>It could not be opened now.</source>
        <translation>Es konnte jetzt nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Refused. The patient can see that you tried.</source>
        <translation>Abgewiesen. Die Person sieht, dass Sie es versucht haben.</translation>
    </message>
</context>
<context>
    <name>JoinPanel</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Join this network</source>
        <translation>Diesem Netz beitreten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Join your organisation&apos;s network</source>
        <translation>Dem Netz Ihrer Einrichtung beitreten</translation>
    </message>
    <message>
        <source>Your clinic or hospital gives you a connection file and a code. The code works once.</source>
        <translation>Ihre Praxis oder Klinik gibt Ihnen eine Verbindungsdatei und einen Code. Der Code gilt einmal.</translation>
    </message>
    <message>
        <source>Connection file</source>
        <translation>Verbindungsdatei</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a connection file</source>
        <translation>Verbindungsdatei wählen</translation>
    </message>
    <message>
        <source>Connection files (*.json)</source>
        <translation>Verbindungsdateien (*.json)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the file your organisation gave you.</source>
        <translation>Wählen Sie die Datei, die Ihre Einrichtung Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>Type the code your organisation gave you.</source>
        <translation>Geben Sie den Code ein, den Ihre Einrichtung Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>This is not a connection file we can use. %1</source>
        <translation>Diese Verbindungsdatei können wir nicht benutzen. %1</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message numerus="yes">
        <source>Your %n record(s). They are confirmed anew there.</source>
        <translation>
            <numerusform>Ihre %n Unterlage. Sie wird dort neu bestätigt.</numerusform>
            <numerusform>Ihre %n Unterlagen. Sie werden dort neu bestätigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your words, your passphrase and your activity so far. Old lines are marked &quot;old network&quot;.</source>
        <translation>Ihre Wörter, Ihre Passphrase und Ihre bisherige Aktivität. Alte Einträge tragen „altes Netz“.</translation>
    </message>
    <message>
        <source>What ends</source>
        <translation>Was endet</translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) of yours. We stop them first. You can share again there.</source>
        <translation>
            <numerusform>%n Freigabe von Ihnen. Wir beenden sie zuerst. Sie können dort neu teilen.</numerusform>
            <numerusform>%n Freigaben von Ihnen. Wir beenden sie zuerst. Sie können dort neu teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s) with you. You cannot open them any more.</source>
        <translation>
            <numerusform>%n Freigabe an Sie. Sie können sie nicht mehr öffnen.</numerusform>
            <numerusform>%n Freigaben an Sie. Sie können sie nicht mehr öffnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s). You meet them again with a new invite.</source>
        <translation>
            <numerusform>%n Kontakt. Sie treffen ihn mit einer neuen Einladung wieder.</numerusform>
            <numerusform>%n Kontakte. Sie treffen sie mit einer neuen Einladung wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing ends: you share with nobody yet.</source>
        <translation>Nichts endet: Sie teilen noch mit niemandem.</translation>
    </message>
    <message>
        <source>Move and end these</source>
        <translation>Wechseln und diese beenden</translation>
    </message>
    <message>
        <source>You joined the network. Delete the code now.</source>
        <translation>Sie sind dem Netz beigetreten. Löschen Sie den Code jetzt.</translation>
    </message>
    <message>
        <source>The code was not accepted.</source>
        <translation>Der Code wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The network did not let you in.</source>
        <translation>Das Netz hat Sie nicht eingelassen.</translation>
    </message>
    <message>
        <source>You are on the new network; what is left to do there is tried again.</source>
        <translation>Sie sind im neuen Netz; was dort noch zu tun ist, wird wieder versucht.</translation>
    </message>
    <message numerus="yes">
        <source>You stay on the network of before. %n share(s) there were stopped.</source>
        <translation>
            <numerusform>Sie bleiben im bisherigen Netz. %n Freigabe dort wurde beendet.</numerusform>
            <numerusform>Sie bleiben im bisherigen Netz. %n Freigaben dort wurden beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
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
        <translation>Keepwell warnt Sie eine Minute vorher.</translation>
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
        <translation>Geben Sie die Passphrase ein, die Sie jetzt benutzen.</translation>
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
        <translation>Ihre neue Passphrase gilt. Benutzen Sie sie jetzt.</translation>
    </message>
    <message>
        <source>You locked it. Your records are safe.</source>
        <translation>Sie haben gesperrt. Ihre Unterlagen sind sicher.</translation>
    </message>
    <message numerus="yes">
        <source>Locked at %1 after %n minute(s) without use. Your records are safe. Nothing was lost.</source>
        <translation>
            <numerusform>Um %1 gesperrt, nach %n Minute ohne Benutzung. Ihre Unterlagen sind sicher. Nichts ging verloren.</numerusform>
            <numerusform>Um %1 gesperrt, nach %n Minuten ohne Benutzung. Ihre Unterlagen sind sicher. Nichts ging verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keepwell</source>
        <translation>Keepwell</translation>
    </message>
    <message>
        <source>It was locked while records were being added. Files that were done are in. You can add the rest when you unlock.</source>
        <translation>Es wurde gesperrt, während Unterlagen hinzugefügt wurden. Fertige Dateien sind da. Den Rest können Sie nach dem Öffnen hinzufügen.</translation>
    </message>
    <message>
        <source>Choose the folder of a wallet</source>
        <translation>Ordner einer Mappe wählen</translation>
    </message>
    <message>
        <source>There is no wallet in this folder. Nothing was changed.</source>
        <translation>In diesem Ordner ist keine Mappe. Es wurde nichts geändert.</translation>
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
        <source>Stop reading</source>
        <translation>Nicht mehr vorlesen</translation>
    </message>
    <message>
        <source>A screen reader can say one word at a time now. Use the arrow keys. Make sure that nobody listens. It ends when the words are hidden.</source>
        <translation>Ein Vorleseprogramm kann jetzt ein Wort nach dem anderen sagen. Benutzen Sie die Pfeiltasten. Achten Sie darauf, dass niemand mithört. Es endet, wenn die Wörter verborgen werden.</translation>
    </message>
    <message>
        <source>Have them read to me</source>
        <translation>Vorlesen lassen</translation>
    </message>
    <message>
        <source>Why this matters</source>
        <translation>Warum das wichtig ist</translation>
    </message>
    <message>
        <source>They open your wallet again if this computer is lost, broken or stolen.</source>
        <translation>Sie öffnen Ihre Mappe wieder, wenn dieser Computer weg oder kaputt ist.</translation>
    </message>
    <message>
        <source>No one can find them for you. Not us, not your doctor.</source>
        <translation>Niemand kann sie für Sie finden. Wir nicht, Ihre Praxis nicht.</translation>
    </message>
    <message>
        <source>No photo, no email, no cloud. Anyone with these words can read your records.</source>
        <translation>Kein Foto, keine E-Mail, keine Cloud. Wer diese Wörter hat, kann Ihre Unterlagen lesen.</translation>
    </message>
    <message>
        <source>Keep the paper where you keep your will or passport.</source>
        <translation>Bewahren Sie das Papier dort auf, wo Ihr Testament oder Pass liegt.</translation>
    </message>
    <message>
        <source>The words hide by themselves when you switch to another window.</source>
        <translation>Die Wörter verbergen sich, wenn Sie das Fenster wechseln.</translation>
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
        <translation>Menschen, mit denen Sie teilen, sehen diesen Namen.</translation>
    </message>
    <message>
        <source>Your name, as patients know you</source>
        <translation>Ihr Name, wie man Sie in der Praxis kennt</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>I look after patients</source>
        <translation>Ich behandle Patientinnen und Patienten</translation>
    </message>
    <message>
        <source>We are a clinic or another place</source>
        <translation>Wir sind eine Praxis oder ein anderer Ort</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Wer Sie sind</translation>
    </message>
    <message>
        <source>The name stays on this computer and goes only to people you add as contacts.</source>
        <translation>Der Name bleibt auf diesem Computer und geht nur an Menschen, die Sie als Kontakt hinzufügen.</translation>
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
        <translation>Das Blatt hat 12 leere Zeilen. Die Wörter werden nie gedruckt.</translation>
    </message>
    <message>
        <source>I have written all 12 words on paper, in order.</source>
        <translation>Ich habe alle 12 Wörter in der richtigen Reihenfolge aufgeschrieben.</translation>
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
        <translation>Geben Sie jedes Wort von Ihrem Papier ein. Die ersten Buchstaben genügen: Mit der Leertaste wird das Wort ergänzt.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Wählen Sie eine Passphrase</translation>
    </message>
    <message>
        <source>It opens Keepwell on this computer. You will type it often.</source>
        <translation>Sie öffnet Keepwell auf diesem Computer. Sie werden sie oft eingeben.</translation>
    </message>
    <message>
        <source>Your wallet is ready</source>
        <translation>Ihre Mappe ist bereit</translation>
    </message>
    <message>
        <source>It is locked with your passphrase. Only you can open it.</source>
        <translation>Sie ist mit Ihrer Passphrase verschlossen. Nur Sie können sie öffnen.</translation>
    </message>
    <message>
        <source>Everything in it is locked on this computer.</source>
        <translation>Alles darin ist auf diesem Computer verschlossen.</translation>
    </message>
    <message>
        <source>Keep the paper with your 12 words in a safe place.</source>
        <translation>Bewahren Sie das Papier mit Ihren 12 Wörtern sicher auf.</translation>
    </message>
    <message>
        <source>Next, add your records or the people who look after you.</source>
        <translation>Fügen Sie als Nächstes Ihre Unterlagen hinzu oder die Menschen, die Sie behandeln.</translation>
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
    <message>
        <source>Word %1 is different.</source>
        <translation>Wort %1 ist anders.</translation>
    </message>
    <message>
        <source>The words do not bring back your records. Keep a copy: Settings, Copy of my records.</source>
        <translation>Die Wörter bringen Ihre Unterlagen nicht zurück. Bewahren Sie eine Kopie auf: Einstellungen, Kopie meiner Unterlagen.</translation>
    </message>
</context>
<context>
    <name>OpenedShareView</name>
    <message>
        <source>Shared records</source>
        <translation>Geteilte Unterlagen</translation>
    </message>
    <message>
        <source>This share ended at %1.</source>
        <translation>Diese Freigabe endete um %1.</translation>
    </message>
    <message>
        <source>Close these records</source>
        <translation>Diese Unterlagen schließen</translation>
    </message>
    <message>
        <source>From %1, checked</source>
        <translation>Von %1, geprüft</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy into a new folder</source>
        <translation>Kopie in einen neuen Ordner speichern</translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the files can read them.</source>
        <translation>Gespeichert. Die Kopie ist nicht geschützt: Wer die Dateien hat, kann sie lesen.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Something unusual</source>
        <translation>Etwas Ungewöhnliches</translation>
    </message>
    <message>
        <source>Opened in an emergency</source>
        <translation>Im Notfall geöffnet</translation>
    </message>
    <message>
        <source>Someone was refused</source>
        <translation>Jemand wurde abgewiesen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
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
        <translation>Fügen Sie Ihre ersten Unterlagen hinzu</translation>
    </message>
    <message>
        <source>Choose files or a whole folder from your clinic or hospital.</source>
        <translation>Wählen Sie Dateien oder einen ganzen Ordner von Ihrer Praxis oder Klinik.</translation>
    </message>
    <message>
        <source>Add records</source>
        <translation>Unterlagen hinzufügen</translation>
    </message>
    <message>
        <source>Files are read on this computer and locked with your key.</source>
        <translation>Dateien werden auf diesem Computer gelesen und mit Ihrem Schlüssel geschützt.</translation>
    </message>
    <message>
        <source>None, says your record.</source>
        <translation>Keine, sagt Ihre Unterlage.</translation>
    </message>
    <message>
        <source>Not known. Is there any?</source>
        <translation>Nicht bekannt. Gibt es welche?</translation>
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
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print my summary</source>
        <translation>Meine Übersicht drucken</translation>
    </message>
    <message>
        <source>Some records are not added yet.</source>
        <translation>Einige Unterlagen sind noch nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>Files that were done are in.</source>
        <translation>Fertige Dateien sind da.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) like this.</source>
        <translation>
            <numerusform>%n weiterer Eintrag wie dieser.</numerusform>
            <numerusform>%n weitere Einträge wie dieser.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent you %n record(s).</source>
        <translation>
            <numerusform>%1 hat Ihnen %n Unterlage geschickt.</numerusform>
            <numerusform>%1 hat Ihnen %n Unterlagen geschickt.</numerusform>
        </translation>
    </message>
    <message>
        <source>They wrote: %1</source>
        <translation>Dazu geschrieben: %1</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
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
        <translation>Am besten sind vier oder mehr Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation>Die beiden sind nicht gleich. Geben Sie sie noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>PhraseSheet</name>
    <message>
        <source>Word %1 of 12: %2</source>
        <translation>Wort %1 von 12: %2</translation>
    </message>
    <message>
        <source>Your 12 words. They are shown on the screen only.</source>
        <translation>Ihre 12 Wörter. Sie stehen nur auf dem Bildschirm.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Preview of the paper</source>
        <translation>Vorschau des Blattes</translation>
    </message>
    <message>
        <source>On the paper:</source>
        <translation>Auf dem Blatt:</translation>
    </message>
    <message>
        <source>Paper and PDF are not locked: anyone who has them can read them.</source>
        <translation>Papier und PDF sind nicht geschützt: Wer sie hat, kann sie lesen.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the file can read it.</source>
        <translation>Gespeichert. Die Kopie ist nicht geschützt: Wer die Datei hat, kann sie lesen.</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another place.</source>
        <translation>Dort konnte nicht gespeichert werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>The printer did not take it.</source>
        <translation>Der Drucker hat es nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>ReadableView</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>In the clinic&apos;s own words</source>
        <translation>In den Worten der Praxis</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be shown here. Original has everything.</source>
        <translation>
            <numerusform>%n Teil konnte hier nicht gezeigt werden. Im Original ist alles.</numerusform>
            <numerusform>%n Teile konnten hier nicht gezeigt werden. Im Original ist alles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <translation>Üblich: %1</translation>
    </message>
    <message>
        <source>Files in this record</source>
        <translation>Dateien in dieser Unterlage</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>Unfall</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Added item</source>
        <translation>Ergänzter Posten</translation>
    </message>
    <message>
        <source>Added to the sample</source>
        <translation>Der Probe zugesetzt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>After the stay</source>
        <translation>Nach dem Aufenthalt</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Age is a guess</source>
        <translation>Alter ist geschätzt</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>Zugestimmt von</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Allergie</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Auch genannt</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>Ergänzt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer to</source>
        <translation>Antwort auf</translation>
    </message>
    <message>
        <source>Answer to the bill</source>
        <translation>Antwort auf die Rechnung</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Appended</source>
        <translation>Angefügt</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>Nummer der Genehmigung</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Asap</source>
        <translation>So bald wie möglich</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Angefragt von</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>At age</source>
        <translation>Im Alter von</translation>
    </message>
    <message>
        <source>At most every</source>
        <translation>Höchstens alle</translation>
    </message>
    <message>
        <source>Attached file</source>
        <translation>Angehängte Datei</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Batch number</source>
        <translation>Chargennummer</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Before this</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Began at age</source>
        <translation>Begonnen im Alter von</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Benefits left</source>
        <translation>Verbleibende Leistungen</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Billed time</source>
        <translation>Abgerechnete Zeit</translation>
    </message>
    <message>
        <source>Biologic</source>
        <translation>Biologisches Mittel</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Born as number</source>
        <translation>Geboren als Nummer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Gekommen von</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Care episode</source>
        <translation>Behandlungszeitraum</translation>
    </message>
    <message>
        <source>Care team</source>
        <translation>Behandlungsteam</translation>
    </message>
    <message>
        <source>Cause of death</source>
        <translation>Todesursache</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>Geprüft am</translation>
    </message>
    <message>
        <source>Checked with</source>
        <translation>Geprüft mit</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Complication</source>
        <translation>Komplikation</translation>
    </message>
    <message>
        <source>Complications</source>
        <translation>Komplikationen</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Computer address</source>
        <translation>Computer-Adresse</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Erkrankung</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Versicherung</translation>
    </message>
    <message>
        <source>Covered time</source>
        <translation>Versicherte Zeit</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date of the accident</source>
        <translation>Tag des Unfalls</translation>
    </message>
    <message>
        <source>Days it lasts</source>
        <translation>Reicht für Tage</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device number</source>
        <translation>Gerätenummer</translation>
    </message>
    <message>
        <source>Device used</source>
        <translation>Benutztes Gerät</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Gestorben</translation>
    </message>
    <message>
        <source>Died at age</source>
        <translation>Gestorben im Alter von</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Ernährung</translation>
    </message>
    <message>
        <source>Differential</source>
        <translation>Mögliche Diagnose</translation>
    </message>
    <message>
        <source>Do not do this</source>
        <translation>Nicht durchführen</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Ärztin oder Arzt</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Doses in the series</source>
        <translation>Dosen der Reihe</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Ended at age</source>
        <translation>Beendet im Alter von</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Eingetragen von</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Irrtümlich eingetragen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umwelt</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Anzeichen</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Extra food</source>
        <translation>Zusatznahrung</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Fasting</source>
        <translation>Nüchtern</translation>
    </message>
    <message>
        <source>Fasting for</source>
        <translation>Nüchtern seit</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fachgebiet</translation>
    </message>
    <message>
        <source>Filler order</source>
        <translation>Ausführungsauftrag</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Erstes Mal</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Schwerpunkt</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Essen</translation>
    </message>
    <message>
        <source>Food plan</source>
        <translation>Ernährungsplan</translation>
    </message>
    <message>
        <source>Food wishes</source>
        <translation>Essenswünsche</translation>
    </message>
    <message>
        <source>For a real thing</source>
        <translation>Für etwas Bestimmtes</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Fulfilled</source>
        <translation>Wahrgenommen</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Handed out by</source>
        <translation>Ausgegeben von</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Verstorben</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Zuhause</translation>
    </message>
    <message>
        <source>Hospital stay</source>
        <translation>Krankenhausaufenthalt</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>How it came in</source>
        <translation>Wie es aufgenommen wurde</translation>
    </message>
    <message>
        <source>How it is taken</source>
        <translation>Wie es genommen wird</translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation>Wie entschieden wurde</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Wie es entstand</translation>
    </message>
    <message>
        <source>How it was taken</source>
        <translation>Wie es genommen wurde</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>How often at most</source>
        <translation>Höchstens wie oft</translation>
    </message>
    <message>
        <source>How private</source>
        <translation>Wie vertraulich</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>Wie schwer</translation>
    </message>
    <message>
        <source>How serious it could be</source>
        <translation>Wie schwer es werden kann</translation>
    </message>
    <message>
        <source>How thick drinks are</source>
        <translation>Wie dick Getränke sind</translation>
    </message>
    <message>
        <source>How urgent</source>
        <translation>Wie dringend</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>Anstelle von</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>Income kind</source>
        <translation>Art der Einnahme</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Auskunft</translation>
    </message>
    <message>
        <source>Inpatient</source>
        <translation>Stationär</translation>
    </message>
    <message>
        <source>Instance order</source>
        <translation>Einzelauftrag</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Versicherung</translation>
    </message>
    <message>
        <source>Insurance number</source>
        <translation>Versicherungsnummer</translation>
    </message>
    <message>
        <source>Insured person</source>
        <translation>Versicherte Person</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>Intolerance</source>
        <translation>Unverträglichkeit</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>Beurteilt von</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Aufbewahrt von</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of appointment</source>
        <translation>Art des Termins</translation>
    </message>
    <message>
        <source>Kind of care</source>
        <translation>Art der Behandlung</translation>
    </message>
    <message>
        <source>Kind of helper</source>
        <translation>Art der helfenden Person</translation>
    </message>
    <message>
        <source>Kind of payment</source>
        <translation>Art der Zahlung</translation>
    </message>
    <message>
        <source>Kind of pictures</source>
        <translation>Art der Bilder</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>Art des Ortes</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Art des Besuchs</translation>
    </message>
    <message>
        <source>Kind of visit before</source>
        <translation>Art des Besuchs davor</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Letztes Mal</translation>
    </message>
    <message>
        <source>Lasts for</source>
        <translation>Reicht für</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Betreut von</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemacht von</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>Made ready</source>
        <translation>Vorbereitet</translation>
    </message>
    <message>
        <source>Made worse by</source>
        <translation>Verschlimmert durch</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Medication</source>
        <translation>Medikament</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medikament</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medikamente</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Mild</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Art und Weise</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Money kept for</source>
        <translation>Geld zurückgelegt für</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <source>Most at one time</source>
        <translation>Höchstens auf einmal</translation>
    </message>
    <message>
        <source>Most in a life</source>
        <translation>Höchstens im Leben</translation>
    </message>
    <message>
        <source>Most in a time</source>
        <translation>Höchstens in einer Zeit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Needs action</source>
        <translation>Wartet auf Antwort</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Noshow</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht durchgeführt</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht genommen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number before the stay</source>
        <translation>Nummer vor dem Aufenthalt</translation>
    </message>
    <message>
        <source>Number in the series</source>
        <translation>Nummer in der Reihe</translation>
    </message>
    <message>
        <source>Number of the insured</source>
        <translation>Nummer der versicherten Person</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>On arrival</source>
        <translation>Bei der Ankunft</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Onleave</source>
        <translation>Beurlaubt</translation>
    </message>
    <message>
        <source>Only when needed</source>
        <translation>Nur bei Bedarf</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Möglichkeit</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>Erster Auftrag</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Outpatient</source>
        <translation>Ambulant</translation>
    </message>
    <message>
        <source>Own share</source>
        <translation>Eigenanteil</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt von</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>Bezahlt an</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Phone and mail</source>
        <translation>Telefon und E-Mail</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>Geplante Zeit</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regelung</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Printed on it</source>
        <translation>Aufdruck</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>Gefundene Probleme</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Eingriff</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Erhalten von</translation>
    </message>
    <message>
        <source>Records in this collection</source>
        <translation>Unterlagen in dieser Sammlung</translation>
    </message>
    <message>
        <source>Recurrence</source>
        <translation>Wieder aufgetreten</translation>
    </message>
    <message>
        <source>Reflex order</source>
        <translation>Folgeauftrag</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>Widerlegt</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Relapse</source>
        <translation>Rückfall</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <source>Remission</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>Durch anderes ersetzt</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>Nummer der Anfrage</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Abgeklungen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gesagt von</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Siehe auch</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>Gesendet aus</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Gesendet an</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Anzeichen</translation>
    </message>
    <message>
        <source>Social history</source>
        <translation>Lebensumstände</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Special care</source>
        <translation>Besondere Betreuung</translation>
    </message>
    <message>
        <source>Special needs</source>
        <translation>Besonderer Bedarf</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Fachgebiet</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stadium</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>State before</source>
        <translation>Stand davor</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>Stand seit</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Angegeben von</translation>
    </message>
    <message>
        <source>Stated on</source>
        <translation>Angegeben am</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation>Stoff</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Befragung</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Genommen von</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Genommen am</translation>
    </message>
    <message>
        <source>Temp</source>
        <translation>Vorübergehend</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Vorläufig zugesagt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Beschaffenheit</translation>
    </message>
    <message>
        <source>Therapy</source>
        <translation>Therapie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time between</source>
        <translation>Zeit dazwischen</translation>
    </message>
    <message>
        <source>Time handed out</source>
        <translation>Zeit der Ausgabe</translation>
    </message>
    <message>
        <source>Time slot</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To be handed out</source>
        <translation>Auszugeben</translation>
    </message>
    <message>
        <source>To contact</source>
        <translation>Ansprechperson</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Mitgeteilt von</translation>
    </message>
    <message>
        <source>Told by somebody</source>
        <translation>Von jemandem mitgeteilt</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation>Eingeschätzt</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Tube feeding</source>
        <translation>Sondennahrung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Unable to assess</source>
        <translation>Nicht einzuschätzen</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Use before</source>
        <translation>Zu verwenden bis</translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation>Üblicher Bereich</translation>
    </message>
    <message>
        <source>Vaccination plan</source>
        <translation>Impfplan</translation>
    </message>
    <message>
        <source>Vaccine</source>
        <translation>Impfstoff</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Waitlist</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Weaker than usual</source>
        <translation>Schwächer als üblich</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>Was damit geschah</translation>
    </message>
    <message>
        <source>What is allowed</source>
        <translation>Was erlaubt ist</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es ist</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Was es war</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was done with it</source>
        <translation>Was damit gemacht wurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When needed</source>
        <translation>Bei Bedarf</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where on the body</source>
        <translation>Wo am Körper</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Warum es endete</translation>
    </message>
    <message>
        <source>Why it was cancelled</source>
        <translation>Warum es abgesagt wurde</translation>
    </message>
    <message>
        <source>Why it was weaker</source>
        <translation>Warum es schwächer war</translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation>Warum abgelehnt</translation>
    </message>
    <message>
        <source>Why there is no value</source>
        <translation>Warum es keinen Wert gibt</translation>
    </message>
    <message>
        <source>Wished time</source>
        <translation>Wunschzeit</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Notiert</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>Notiert von</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Geschrieben am</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Your share of the costs</source>
        <translation>Ihr Anteil an den Kosten</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>RecordListModel</name>
    <message>
        <source>%1. %2. %3.</source>
        <translation>%1. %2. %3.</translation>
    </message>
    <message>
        <source>Extra private</source>
        <translation>Besonders vertraulich</translation>
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
        <translation>Wählen Sie eine Unterlage, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>From %1, checked</source>
        <translation>Von %1, geprüft</translation>
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
        <translation>Diese Unterlage ist im gemeinsamen Protokoll vermerkt und wurde seitdem nicht geändert. Das sagt nicht, dass der medizinische Inhalt stimmt.</translation>
    </message>
    <message>
        <source>This record is not in the shared activity log yet.</source>
        <translation>Diese Unterlage ist noch nicht im gemeinsamen Protokoll vermerkt.</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Art der Unterlage</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Kommt aus</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Angaben</translation>
    </message>
    <message>
        <source>SHA-256 of the original</source>
        <translation>SHA-256 des Originals</translation>
    </message>
    <message>
        <source>Extra private</source>
        <translation>Besonders vertraulich</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Delete it here</source>
        <translation>Hier löschen</translation>
    </message>
    <message>
        <source>It is in a share that has not ended. If you delete it, it is gone here, and they can open it until you stop the share.</source>
        <translation>Sie gehört zu einer Freigabe, die noch läuft. Wenn Sie sie löschen, ist sie hier weg und kann dort geöffnet werden, bis Sie die Freigabe beenden.</translation>
    </message>
    <message>
        <source>Somebody can still see this record</source>
        <translation>Jemand kann diese Unterlage noch sehen</translation>
    </message>
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
        <translation>Diese Unterlage löschen</translation>
    </message>
    <message>
        <source>Bring in your first records</source>
        <translation>Fügen Sie Ihre ersten Unterlagen hinzu</translation>
    </message>
    <message>
        <source>Choose files or a whole folder from your clinic or hospital.</source>
        <translation>Wählen Sie Dateien oder einen ganzen Ordner von Ihrer Praxis oder Klinik.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Files are read on this computer and locked with your key.</source>
        <translation>Dateien werden auf diesem Computer gelesen und mit Ihrem Schlüssel geschützt.</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>No record fits. Try fewer letters or another kind.</source>
        <translation>Keine Unterlage passt. Versuchen Sie weniger Buchstaben oder eine andere Art.</translation>
    </message>
    <message>
        <source>record.json</source>
        <translation>unterlage.json</translation>
    </message>
    <message>
        <source>Delete this record?</source>
        <translation>Diese Unterlage löschen?</translation>
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
        <translation>Die Unterlage ist gelöscht.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>Print this record</source>
        <translation>Diese Unterlage drucken</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Unterlage</numerusform>
            <numerusform>%n Unterlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>All, %1</source>
        <translation>Alle, %1</translation>
    </message>
    <message>
        <source>No record fits. Try other dates, fewer letters or another kind.</source>
        <translation>Keine Unterlage passt. Versuchen Sie andere Tage, weniger Buchstaben oder eine andere Art.</translation>
    </message>
    <message>
        <source>You can undo it right after. Then it is taken out of this wallet for good. Your file of it stays where it is. People who opened it may keep copies.</source>
        <translation>Direkt danach können Sie es rückgängig machen. Dann wird sie für immer aus dieser Mappe genommen. Ihre Datei davon bleibt, wo sie ist. Wer sie geöffnet hat, kann Kopien behalten.</translation>
    </message>
    <message>
        <source>Choose a record to read it here.</source>
        <translation>Wählen Sie eine Unterlage, um sie hier zu lesen.</translation>
    </message>
    <message>
        <source>The record is back.</source>
        <translation>Die Unterlage ist wieder da.</translation>
    </message>
    <message>
        <source>The record is like the others again.</source>
        <translation>Die Unterlage ist wieder wie die anderen.</translation>
    </message>
    <message>
        <source>Marked as extra private. It is in a share that has not ended: to take it out there, update or stop that share.</source>
        <translation>Als besonders vertraulich markiert. Sie ist in einer Freigabe, die noch läuft: Um sie dort herauszunehmen, aktualisieren oder beenden Sie diese Freigabe.</translation>
    </message>
    <message>
        <source>Marked as extra private. It is shared only if you choose it for a share.</source>
        <translation>Als besonders vertraulich markiert. Sie wird nur geteilt, wenn Sie sie für eine Freigabe auswählen.</translation>
    </message>
    <message>
        <source>Extra private</source>
        <translation>Besonders vertraulich</translation>
    </message>
    <message>
        <source>Extra private: left out of shares unless you choose it</source>
        <translation>Besonders vertraulich: bleibt aus Freigaben heraus, außer Sie wählen sie aus</translation>
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
        <translation>Nehmen Sie Ihr Papier. Behalten Sie die Reihenfolge. Sie können auch alle 12 in das erste Feld einfügen.</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Wählen Sie eine neue Passphrase</translation>
    </message>
    <message>
        <source>It opens Keepwell on this computer from now on.</source>
        <translation>Sie öffnet Keepwell ab jetzt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your wallet is back</source>
        <translation>Ihre Mappe ist wieder da</translation>
    </message>
    <message>
        <source>Your new passphrase is set</source>
        <translation>Ihre neue Passphrase gilt</translation>
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
        <translation>Meist ist ein Buchstabe falsch. Sehen Sie noch einmal auf Ihr Papier.</translation>
    </message>
    <message>
        <source>Most often one word is misspelt. Look at your paper again.</source>
        <translation>Meist ist ein Wort falsch geschrieben. Sehen Sie noch einmal auf Ihr Papier.</translation>
    </message>
    <message>
        <source>Bringing your wallet back…</source>
        <translation>Ihre Mappe wird zurückgeholt …</translation>
    </message>
    <message>
        <source>Check the words, or choose another network. Nothing was changed.</source>
        <translation>Prüfen Sie die Wörter, oder wählen Sie ein anderes Netz. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>Your shares and contacts are back: %1 shares, %2 contacts. Your records come back from a backup, or add the files again.</source>
        <translation>Ihre Freigaben und Kontakte sind wieder da: %1 Freigaben, %2 Kontakte. Ihre Unterlagen kommen aus einer Sicherung, oder Sie fügen die Dateien neu hinzu.</translation>
    </message>
    <message>
        <source>Use it the next time you unlock Keepwell. Nothing else changed.</source>
        <translation>Benutzen Sie sie beim nächsten Öffnen. Sonst hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Word %1 is not in the list.</source>
        <translation>Wort %1 steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>These words do not fit together.</source>
        <translation>Diese Wörter passen nicht zusammen.</translation>
    </message>
    <message>
        <source>No wallet was found for these words.</source>
        <translation>Zu diesen Wörtern wurde keine Mappe gefunden.</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Nichts gefunden. Versuchen Sie weniger Buchstaben.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>All records with these words</source>
        <translation>Alle Unterlagen mit diesen Wörtern</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>Mit mir geteilt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Pages and settings</source>
        <translation>Seiten und Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
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
        <translation>Ihre Unterlagen bleiben in der Sprache, in der sie geschrieben sind.</translation>
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
        <translation>Eine Gesundheitsmappe, die den Patientinnen und Patienten gehört. Freie Software unter der Apache-Lizenz 2.0, ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>Copy of my records</source>
        <translation>Kopie meiner Unterlagen</translation>
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
        <translation>Haken Sie an, was Sie teilen möchten. Alles andere bleibt privat.</translation>
    </message>
    <message>
        <source>Why and how long?</source>
        <translation>Warum und wie lange?</translation>
    </message>
    <message>
        <source>It ends by itself on the last day.</source>
        <translation>Sie endet von selbst am letzten Tag.</translation>
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
        <translation>. Neue werden auch geteilt.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>They see this reason each time they open a record.</source>
        <translation>Dieser Grund erscheint dort bei jedem Öffnen.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Locking the records for %1…</source>
        <translation>Die Unterlagen werden für %1 verschlossen …</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % fertig</translation>
    </message>
    <message>
        <source>Nothing was shared.</source>
        <translation>Nichts wurde geteilt.</translation>
    </message>
    <message>
        <source>The share with %1 waits to be sent.</source>
        <translation>Die Freigabe für %1 wartet auf das Senden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 can now open %n record(s).</source>
        <translation>
            <numerusform>%1 kann jetzt %n Unterlage öffnen.</numerusform>
            <numerusform>%1 kann jetzt %n Unterlagen öffnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareRowView</name>
    <message>
        <source>Your locked copy is deleted. Other computers of the network that fetched it may keep theirs, and nobody can call those back. Without its key a copy cannot be opened.</source>
        <translation>Ihre verschlossene Kopie wird gelöscht. Andere Computer im Netz, die sie geholt haben, können ihre behalten, und niemand kann die zurückholen. Ohne ihren Schlüssel lässt sich eine Kopie nicht öffnen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try again to share with %1</source>
        <translation>Noch einmal versuchen, mit %1 zu teilen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the share with %1</source>
        <translation>Die Freigabe an %1 entfernen</translation>
    </message>
    <message>
        <source>The shared activity log did not take it.</source>
        <translation>Das gemeinsame Protokoll hat sie nicht angenommen.</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>Noch nicht geöffnet</translation>
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
        <translation>, und neue</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n record(s). %2. %3.</source>
        <translation>
            <numerusform>%1. %n Unterlage. %2. %3.</numerusform>
            <numerusform>%1. %n Unterlagen. %2. %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the share with %1</source>
        <translation>Einzelheiten der Freigabe für %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stop sharing with %1</source>
        <translation>Nicht mehr mit %1 teilen</translation>
    </message>
    <message>
        <source>Stop sharing with %1?</source>
        <translation>Nicht mehr mit %1 teilen?</translation>
    </message>
    <message>
        <source>From now on they can open nothing. They have not opened anything yet.</source>
        <translation>Ab jetzt kann dort nichts geöffnet werden. Bisher wurde nichts geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>From now on they can open nothing new. They may keep copies of what they already opened: your %n record(s).</source>
        <translation>
            <numerusform>Ab jetzt kann dort nichts Neues geöffnet werden. Kopien von schon Geöffnetem können bleiben: Ihre %n Unterlage.</numerusform>
            <numerusform>Ab jetzt kann dort nichts Neues geöffnet werden. Kopien von schon Geöffnetem können bleiben: Ihre %n Unterlagen.</numerusform>
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
        <translation>Das steht in Ihrer Aktivität.</translation>
    </message>
    <message>
        <source>What they can see</source>
        <translation>Was dort zu sehen ist</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%1. Shared %2, until %3. Opened %n time(s).</source>
        <translation>
            <numerusform>%1. Geteilt: %2, bis %3. %n-mal geöffnet.</numerusform>
            <numerusform>%1. Geteilt: %2, bis %3. %n-mal geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Angaben</translation>
    </message>
    <message>
        <source>Grant %1</source>
        <translation>Freigabe %1</translation>
    </message>
    <message>
        <source>Last opened: %1</source>
        <translation>Zuletzt geöffnet: %1</translation>
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
        <translation>Noch teilt niemand mit Ihnen.</translation>
    </message>
    <message>
        <source>Give patients your invite, or take theirs.</source>
        <translation>Geben Sie Ihre Einladung weiter, oder nehmen Sie eine an.</translation>
    </message>
    <message>
        <source>Go to Contacts</source>
        <translation>Zu den Kontakten</translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation>Aktiv %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu %1</translation>
    </message>
    <message>
        <source>Ends soon %1</source>
        <translation>Endet bald %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Beendet %1</translation>
    </message>
    <message>
        <source>Nobody here.</source>
        <translation>Hier ist niemand.</translation>
    </message>
    <message>
        <source>%1, %2, until %3</source>
        <translation>%1, %2, bis %3</translation>
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
    <message>
        <source>%1 stopped this share.</source>
        <translation>%1 hat diese Freigabe beendet.</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>No share has ended yet.</source>
        <translation>Noch keine Freigabe ist beendet.</translation>
    </message>
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
        <translation>Neue Freigabe</translation>
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
        <translation>Sie teilen mit niemandem. Das ist in Ordnung.</translation>
    </message>
    <message>
        <source>When you want someone to see records, start here.</source>
        <translation>Wenn jemand Unterlagen sehen soll, beginnen Sie hier.</translation>
    </message>
    <message>
        <source>Waiting to send. %1 can still open until this computer is online.</source>
        <translation>Wartet auf das Senden. %1 kann noch öffnen, bis dieser Computer online ist.</translation>
    </message>
    <message>
        <source>Sharing with %1 has stopped.</source>
        <translation>Sie teilen nicht mehr mit %1.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
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
        <translation>Nichts wartet auf das Senden.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait and will be sent later.</source>
        <translation>
            <numerusform>%n Änderung wartet und wird später gesendet.</numerusform>
            <numerusform>%n Änderungen warten und werden später gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys you can use</source>
        <translation>Tasten, die Sie benutzen können</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add records</source>
        <translation>Unterlagen hinzufügen</translation>
    </message>
    <message>
        <source>Tests over time</source>
        <translation>Werte im Verlauf</translation>
    </message>
    <message>
        <source>Ctrl+K: search everything
Ctrl+F: find in this page
Ctrl+1, Ctrl+2 …: the pages at the side
Ctrl+N: new share
Ctrl+I: add records
Ctrl+P: print
Ctrl+S: save a copy
Ctrl+L: lock now
Ctrl+plus, Ctrl+minus: text size
Ctrl+Z: bring back a record you just deleted
Alt+Left: back
F6: next pane
Esc: close</source>
        <translation>Strg+K: alles durchsuchen
Strg+F: auf dieser Seite suchen
Strg+1, Strg+2 …: die Seiten am Rand
Strg+N: neue Freigabe
Strg+I: Unterlagen hinzufügen
Strg+P: drucken
Strg+S: eine Kopie speichern
Strg+L: jetzt sperren
Strg+Plus, Strg+Minus: Textgröße
Strg+Z: eine eben gelöschte Unterlage zurückholen
Alt+Links: zurück
F6: nächster Bereich
Esc: schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
        <translation>Weitere Seiten</translation>
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
        <translation>Grund, in Ihren Worten</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>They see this reason each time they open a record.</source>
        <translation>Dieser Grund erscheint dort bei jedem Öffnen.</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es ist</translation>
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
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>As often as they need</source>
        <translation>So oft wie nötig</translation>
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
        <translation>Wie oft geöffnet werden darf</translation>
    </message>
    <message>
        <source>Write a short reason, such as: diabetes review.</source>
        <translation>Schreiben Sie einen kurzen Grund, etwa: Diabetes-Kontrolle.</translation>
    </message>
    <message>
        <source>This is too long. Use fewer words.</source>
        <translation>Das ist zu lang. Nehmen Sie weniger Wörter.</translation>
    </message>
    <message>
        <source>Then it ends by itself</source>
        <translation>Dann endet sie von selbst</translation>
    </message>
    <message>
        <source>%1, then it ends by itself</source>
        <translation>%1, dann endet sie von selbst</translation>
    </message>
</context>
<context>
    <name>TestMeaning</name>
    <message>
        <source>It shows how well your kidneys clean your blood. Values slowly fall with age. One value says little; the trend matters.</source>
        <translation>Zeigt, wie gut Ihre Nieren das Blut reinigen. Die Werte sinken langsam mit dem Alter. Ein Wert sagt wenig, der Verlauf zählt.</translation>
    </message>
    <message>
        <source>A waste product of your muscles. Your kidneys take it out of the blood.</source>
        <translation>Ein Abfallstoff der Muskeln. Ihre Nieren holen ihn aus dem Blut.</translation>
    </message>
    <message>
        <source>A waste product of protein. Your kidneys take it out of the blood.</source>
        <translation>Ein Abfallstoff aus Eiweiß. Ihre Nieren holen ihn aus dem Blut.</translation>
    </message>
    <message>
        <source>A protein in your urine. Kidneys keep most of it in the blood. It changes from day to day.</source>
        <translation>Ein Eiweiß im Urin. Die Nieren halten das meiste davon im Blut. Es schwankt von Tag zu Tag.</translation>
    </message>
    <message>
        <source>It shows your average blood sugar over the last two to three months. One meal does not change it.</source>
        <translation>Zeigt den mittleren Blutzucker der letzten zwei bis drei Monate. Eine Mahlzeit ändert ihn nicht.</translation>
    </message>
    <message>
        <source>The sugar in your blood after some hours without food.</source>
        <translation>Der Zucker im Blut nach einigen Stunden ohne Essen.</translation>
    </message>
    <message>
        <source>The sugar in your blood at that moment. It rises after a meal.</source>
        <translation>Der Zucker im Blut in diesem Augenblick. Nach dem Essen steigt er.</translation>
    </message>
    <message>
        <source>A salt that your heart and muscles need. Your kidneys keep it in balance.</source>
        <translation>Ein Salz, das Herz und Muskeln brauchen. Die Nieren halten es im Gleichgewicht.</translation>
    </message>
    <message>
        <source>A salt that keeps the water in your body in balance.</source>
        <translation>Ein Salz, das das Wasser im Körper im Gleichgewicht hält.</translation>
    </message>
    <message>
        <source>A salt that goes with sodium and water in your body.</source>
        <translation>Ein Salz, das im Körper Natrium und Wasser begleitet.</translation>
    </message>
    <message>
        <source>It keeps the acid in your blood in balance. Your lungs and kidneys control it.</source>
        <translation>Hält die Säure im Blut im Gleichgewicht. Lunge und Nieren steuern es.</translation>
    </message>
    <message>
        <source>A mineral for bones, nerves and muscles.</source>
        <translation>Ein Mineral für Knochen, Nerven und Muskeln.</translation>
    </message>
    <message>
        <source>All the cholesterol in your blood together. It is looked at with the other blood fats.</source>
        <translation>Alles Cholesterin im Blut zusammen. Es wird mit den anderen Blutfetten betrachtet.</translation>
    </message>
    <message>
        <source>The cholesterol that can settle in the walls of blood vessels over many years.</source>
        <translation>Das Cholesterin, das sich über viele Jahre in den Wänden der Adern ablagern kann.</translation>
    </message>
    <message>
        <source>The cholesterol that is carried back to the liver.</source>
        <translation>Das Cholesterin, das zur Leber zurückgebracht wird.</translation>
    </message>
    <message>
        <source>Fat in your blood that gives energy. It rises after a meal.</source>
        <translation>Fett im Blut, das Kraft gibt. Nach dem Essen steigt es.</translation>
    </message>
    <message>
        <source>The part of red blood cells that carries oxygen.</source>
        <translation>Der Teil der roten Blutkörperchen, der den Sauerstoff trägt.</translation>
    </message>
    <message>
        <source>How much of your blood is red blood cells.</source>
        <translation>Wie viel des Blutes rote Blutkörperchen sind.</translation>
    </message>
    <message>
        <source>The red blood cells. They carry oxygen through your body.</source>
        <translation>Die roten Blutkörperchen. Sie tragen Sauerstoff durch den Körper.</translation>
    </message>
    <message>
        <source>The average size of your red blood cells.</source>
        <translation>Die mittlere Größe Ihrer roten Blutkörperchen.</translation>
    </message>
    <message>
        <source>The white blood cells. They fight infections. Many things change them for a short time.</source>
        <translation>Die weißen Blutkörperchen. Sie wehren Infekte ab. Vieles ändert sie für kurze Zeit.</translation>
    </message>
    <message>
        <source>Small parts of the blood that help to stop bleeding.</source>
        <translation>Kleine Teile des Blutes, die helfen, Blutungen zu stillen.</translation>
    </message>
    <message>
        <source>It shows how long your blood takes to clot. It helps to find the dose of some blood thinners.</source>
        <translation>Zeigt, wie lange Ihr Blut zum Gerinnen braucht. Hilft, die Dosis mancher Blutverdünner zu finden.</translation>
    </message>
    <message>
        <source>It shows how much iron your body has in store.</source>
        <translation>Zeigt, wie viel Eisen der Körper gespeichert hat.</translation>
    </message>
    <message>
        <source>It comes mostly from the liver. Many things can change it, some medicines too.</source>
        <translation>Kommt vor allem aus der Leber. Vieles kann es ändern, auch manche Medikamente.</translation>
    </message>
    <message>
        <source>It comes from the liver and the muscles. Sport and some medicines can change it.</source>
        <translation>Kommt aus Leber und Muskeln. Sport und manche Medikamente können es ändern.</translation>
    </message>
    <message>
        <source>It comes mostly from the liver and the bones.</source>
        <translation>Kommt vor allem aus Leber und Knochen.</translation>
    </message>
    <message>
        <source>A yellow substance from old red blood cells. Your liver takes it away.</source>
        <translation>Ein gelber Stoff aus alten roten Blutkörperchen. Die Leber baut ihn ab.</translation>
    </message>
    <message>
        <source>The main protein in your blood. Your liver makes it.</source>
        <translation>Das wichtigste Eiweiß im Blut. Die Leber stellt es her.</translation>
    </message>
    <message>
        <source>A hormone that tells your thyroid how much to work.</source>
        <translation>Ein Hormon, das der Schilddrüse sagt, wie viel sie arbeiten soll.</translation>
    </message>
    <message>
        <source>It rises when there is inflammation in your body. It does not say where or why.</source>
        <translation>Steigt, wenn im Körper eine Entzündung ist. Es sagt nicht, wo und warum.</translation>
    </message>
    <message>
        <source>A vitamin for blood and nerves. It comes mostly from meat, fish, eggs and milk.</source>
        <translation>Ein Vitamin für Blut und Nerven. Es kommt vor allem aus Fleisch, Fisch, Eiern und Milch.</translation>
    </message>
    <message>
        <source>A vitamin for your bones. Your skin makes it in sunlight.</source>
        <translation>Ein Vitamin für die Knochen. Die Haut bildet es im Sonnenlicht.</translation>
    </message>
    <message>
        <source>A protein of the prostate. Many things can raise it, and one value says little.</source>
        <translation>Ein Eiweiß der Prostata. Vieles kann es erhöhen, und ein Wert allein sagt wenig.</translation>
    </message>
    <message>
        <source>The pressure in your arteries when the heart beats: the first number of a blood pressure.</source>
        <translation>Der Druck in den Adern beim Herzschlag: die erste Zahl des Blutdrucks.</translation>
    </message>
    <message>
        <source>The pressure in your arteries between two beats: the second number of a blood pressure.</source>
        <translation>Der Druck in den Adern zwischen zwei Schlägen: die zweite Zahl des Blutdrucks.</translation>
    </message>
    <message>
        <source>How often your heart beats in a minute.</source>
        <translation>Wie oft Ihr Herz in einer Minute schlägt.</translation>
    </message>
    <message>
        <source>Your weight. It can change by a kilogram or two from day to day.</source>
        <translation>Ihr Gewicht. Es kann von Tag zu Tag um ein, zwei Kilogramm schwanken.</translation>
    </message>
    <message>
        <source>Your height.</source>
        <translation>Ihre Größe.</translation>
    </message>
    <message>
        <source>Your weight compared with your height. It does not tell muscle from fat.</source>
        <translation>Ihr Gewicht im Vergleich zur Größe. Es unterscheidet nicht zwischen Muskeln und Fett.</translation>
    </message>
    <message>
        <source>How warm your body is.</source>
        <translation>Wie warm Ihr Körper ist.</translation>
    </message>
    <message>
        <source>How much of your blood&apos;s room for oxygen is filled.</source>
        <translation>Wie viel vom Platz für Sauerstoff im Blut gefüllt ist.</translation>
    </message>
    <message>
        <source>How often you breathe in a minute.</source>
        <translation>Wie oft Sie in einer Minute atmen.</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Chart of the values</source>
        <translation>Schaubild der Werte</translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation>Üblicher Bereich</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>Tests over time</source>
        <translation>Werte im Verlauf</translation>
    </message>
    <message>
        <source>Find a test</source>
        <translation>Wert suchen</translation>
    </message>
    <message>
        <source>Back to the records</source>
        <translation>Zurück zu den Unterlagen</translation>
    </message>
    <message>
        <source>No test with numbers yet</source>
        <translation>Noch kein Wert mit Zahlen</translation>
    </message>
    <message>
        <source>Add a lab report and its values stand here.</source>
        <translation>Fügen Sie einen Laborbericht hinzu, dann stehen die Werte hier.</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>5 years</source>
        <translation>5 Jahre</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>Alle Werte</translation>
    </message>
    <message>
        <source>A trend needs two results.</source>
        <translation>Ein Verlauf braucht zwei Ergebnisse.</translation>
    </message>
    <message>
        <source>No range given.</source>
        <translation>Kein Bereich angegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones are among the records.</source>
        <translation>Ältere stehen bei den Unterlagen.</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>It explains the test, not your value. Ask your doctor what yours means for you.</source>
        <translation>Das erklärt die Messung, nicht Ihren Wert. Fragen Sie Ihre Ärztin oder Ihren Arzt, was er für Sie bedeutet.</translation>
    </message>
</context>
<context>
    <name>Trends</name>
    <message numerus="yes">
        <source>%n result(s), from %1 to %2</source>
        <translation>
            <numerusform>%n Ergebnis, von %1 bis %2</numerusform>
            <numerusform>%n Ergebnisse, von %1 bis %2</numerusform>
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
    <message>
        <source>Use another wallet</source>
        <translation>Andere Mappe benutzen</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Opening your wallet</source>
        <translation>Ihre Mappe öffnen</translation>
    </message>
    <message>
        <source>Type the passphrase that you chose for this wallet. Capital letters, spaces and signs count. &quot;Show&quot; lets you read what you type.

Did you forget it? Your 12 words let you set a new one. Nothing is lost by that.

Without the passphrase and the words nobody can open the wallet. We cannot either.</source>
        <translation>Tippen Sie die Passphrase, die Sie für diese Mappe gewählt haben. Großbuchstaben, Leerzeichen und Zeichen zählen. &quot;Zeigen&quot; lässt Sie lesen, was Sie tippen.

Vergessen? Mit Ihren 12 Wörtern können Sie eine neue wählen. Dabei geht nichts verloren.

Ohne Passphrase und Wörter kann niemand die Mappe öffnen, auch wir nicht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <translation>Für Menschen, die andere behandeln.</translation>
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
    <name>WhatPreview</name>
    <message>
        <source>What %1 will see</source>
        <translation>Was %1 sehen wird</translation>
    </message>
    <message>
        <source>Nothing yet. Tick what you want to share.</source>
        <translation>Noch nichts. Haken Sie an, was Sie teilen möchten.</translation>
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
        <translation>und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>Stays private: %n record(s)</source>
        <translation>
            <numerusform>Bleibt privat: %n Unterlage</numerusform>
            <numerusform>Bleibt privat: %n Unterlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them extra private</source>
        <translation>
            <numerusform>%n davon besonders vertraulich</numerusform>
            <numerusform>%n davon besonders vertraulich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>Also share new records of these kinds until the share ends</source>
        <translation>Auch neue Unterlagen dieser Art teilen, bis die Freigabe endet</translation>
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
        <translation>Alles seit</translation>
    </message>
    <message>
        <source>Records without a date are left out.</source>
        <translation>Unterlagen ohne Datum bleiben draußen.</translation>
    </message>
    <message>
        <source>Records to tick</source>
        <translation>Unterlagen zum Anhaken</translation>
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
        <translation>Alles seit %1</translation>
    </message>
    <message>
        <source>Chosen one by one</source>
        <translation>Einzeln gewählt</translation>
    </message>
    <message>
        <source>Also what is extra private</source>
        <translation>Auch was besonders vertraulich ist</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of these kinds or dates stay out otherwise. Never ticked for you.</source>
        <translation>
            <numerusform>%n Unterlage bleibt sonst heraus. Wird nie für Sie angehakt.</numerusform>
            <numerusform>%n Unterlagen bleiben sonst heraus. Wird nie für Sie angehakt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), extra private</source>
        <translation>
            <numerusform>%n Unterlage, besonders vertraulich</numerusform>
            <numerusform>%n Unterlagen, besonders vertraulich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, also what is extra private</source>
        <translation>%1, auch was besonders vertraulich ist</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>You have no contacts yet</source>
        <translation>Sie haben noch keine Kontakte</translation>
    </message>
    <message>
        <source>Add the person first. You compare a few words with them.</source>
        <translation>Fügen Sie die Person zuerst hinzu. Sie vergleichen dann ein paar Wörter.</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Kontakt hinzufügen</translation>
    </message>
    <message>
        <source>You have blocked them. Unblock them in Contacts first.</source>
        <translation>Sie haben diesen Kontakt blockiert. Heben Sie das zuerst unter Kontakte auf.</translation>
    </message>
    <message>
        <source>Their key changed. Compare the words in Contacts first.</source>
        <translation>Der Schlüssel hat sich geändert. Vergleichen Sie zuerst die Wörter unter Kontakte.</translation>
    </message>
</context>
<context>
    <name>WhoseBox</name>
    <message>
        <source>Whose records</source>
        <translation>Wessen Unterlagen</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
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
        <translation>Wort %1 von 12</translation>
    </message>
</context>
<context>
    <name>WordTile</name>
    <message>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
</context>
<context>
    <name>PaperWriter</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>keepwell::ui</name>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>You had stopped this share.</source>
        <translation>Sie hatten diese Freigabe beendet.</translation>
    </message>
    <message>
        <source>This share had ended.</source>
        <translation>Diese Freigabe war beendet.</translation>
    </message>
    <message>
        <source>They had opened it as often as you allowed.</source>
        <translation>Es war schon so oft geöffnet worden, wie Sie erlaubt hatten.</translation>
    </message>
    <message>
        <source>They have no share from you.</source>
        <translation>Dort gibt es keine Freigabe von Ihnen.</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Unterlagen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>hat geöffnet: %1</translation>
    </message>
    <message>
        <source>Refused: You</source>
        <translation>Abgewiesen: Sie</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgewiesen: %1</translation>
    </message>
    <message>
        <source>tried to open %1</source>
        <translation>wollte öffnen: %1</translation>
    </message>
    <message>
        <source>Nothing was shown.</source>
        <translation>Nichts wurde gezeigt.</translation>
    </message>
    <message>
        <source>Nothing was shown. You do not need to do anything.</source>
        <translation>Nichts wurde gezeigt. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>shared %1 with %2</source>
        <translation>haben %1 mit %2 geteilt</translation>
    </message>
    <message>
        <source>renewed the share with %1: %2</source>
        <translation>haben die Freigabe für %1 erneuert: %2</translation>
    </message>
    <message>
        <source>stopped sharing %1 with %2</source>
        <translation>teilen %1 nicht mehr mit %2</translation>
    </message>
    <message>
        <source>can open %1 no longer; the time was over</source>
        <translation>kann %1 nicht mehr öffnen; die Zeit war um</translation>
    </message>
    <message>
        <source>opened %1</source>
        <comment>you</comment>
        <translation>haben geöffnet: %1</translation>
    </message>
    <message>
        <source>tried to open %1</source>
        <comment>you</comment>
        <translation>wollten öffnen: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 from 1 file</source>
        <translation>%1 aus 1 Datei</translation>
    </message>
    <message>
        <source>%1 from %2 files</source>
        <translation>%1 aus %2 Dateien</translation>
    </message>
    <message>
        <source>sent %1 to %2</source>
        <translation>haben %1 an %2 geschickt</translation>
    </message>
    <message>
        <source>took %1 into their records</source>
        <translation>hat %1 in die eigenen Unterlagen aufgenommen</translation>
    </message>
    <message>
        <source>did not take %1</source>
        <translation>hat %1 nicht angenommen</translation>
    </message>
    <message>
        <source>sent %1, now in your records</source>
        <translation>hat %1 geschickt, jetzt in Ihren Unterlagen</translation>
    </message>
    <message>
        <source>sent %1, which was not taken</source>
        <translation>hat %1 geschickt, was nicht angenommen wurde</translation>
    </message>
    <message>
        <source>wrote a seal of your records into the shared activity log</source>
        <translation>haben ein Siegel Ihrer Unterlagen in das gemeinsame Protokoll geschrieben</translation>
    </message>
    <message>
        <source>Nothing of the records is in it.</source>
        <translation>Von den Unterlagen steht nichts darin.</translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>haben %1 hinzugefügt</translation>
    </message>
    <message>
        <source>saved a copy of %1</source>
        <translation>haben eine Kopie gespeichert: %1</translation>
    </message>
    <message>
        <source>is a new contact</source>
        <translation>ist ein neuer Kontakt</translation>
    </message>
    <message>
        <source>%1 %2. %3. %4. %5.</source>
        <translation>%1 %2. %3. %4. %5.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Health records (*.json *.ndjson);;All files (*)</source>
        <translation>Gesundheitsunterlagen (*.json *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
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
        <translation>Der Teil der Person ist noch nicht da. Wir versuchen es wieder.</translation>
    </message>
    <message>
        <source>This share begins later.</source>
        <translation>Diese Freigabe beginnt später.</translation>
    </message>
    <message>
        <source>The time of this share is over.</source>
        <translation>Die Zeit dieser Freigabe ist um.</translation>
    </message>
    <message>
        <source>It was opened as often as the patient allowed.</source>
        <translation>Es wurde so oft geöffnet, wie die Person erlaubt hat.</translation>
    </message>
    <message>
        <source>The patient has stopped this share.</source>
        <translation>Die Person hat diese Freigabe beendet.</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Wartet auf Senden</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>My 12 words</source>
        <translation>Meine 12 Wörter</translation>
    </message>
    <message>
        <source>Keep this paper where you keep your will or passport.</source>
        <translation>Bewahren Sie dieses Papier dort auf, wo Ihr Testament oder Pass liegt.</translation>
    </message>
    <message>
        <source>Weak. Add more words.</source>
        <translation>Schwach. Nehmen Sie mehr Wörter.</translation>
    </message>
    <message>
        <source>Fair. One more word makes it good.</source>
        <translation>Mittel. Mit einem Wort mehr wird sie gut.</translation>
    </message>
    <message>
        <source>Good. Hard to guess.</source>
        <translation>Gut. Schwer zu erraten.</translation>
    </message>
    <message>
        <source>Strong. Very hard to guess.</source>
        <translation>Stark. Sehr schwer zu erraten.</translation>
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
        <translation>Nicht bekannt. Fügen Sie einen Laborbericht hinzu.</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>%1 weitere zeigen</translation>
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
        <translation>Es konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>Saved. The copy is not locked: anyone with the file can read it.</source>
        <translation>Gespeichert. Die Kopie ist nicht geschützt: Wer die Datei hat, kann sie lesen.</translation>
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
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>Behandlungen</translation>
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
        <translation>Termine</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Versicherung</translation>
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
        <translation>Als dringend markiert</translation>
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
        <translation>Stellen widersprechen sich</translation>
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
        <translation>Geändert, neu prüfen</translation>
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
        <translation>Patientin oder Patient</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Ärztin oder Arzt</translation>
    </message>
    <message>
        <source>Clinic or place</source>
        <translation>Praxis oder Ort</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>Das ist nicht lesbar.</translation>
    </message>
    <message>
        <source>These words do not open this wallet.</source>
        <translation>Diese Wörter öffnen diese Mappe nicht.</translation>
    </message>
    <message>
        <source>This is not allowed.</source>
        <translation>Das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation>Das wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>This cannot be reached now.</source>
        <translation>Das ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>This was changed by someone. Do not rely on it.</source>
        <translation>Das hat jemand geändert. Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>This is in use or was changed meanwhile.</source>
        <translation>Das wird gerade benutzt oder wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>Keepwell cannot read this kind yet.</source>
        <translation>Diese Art kann Keepwell noch nicht lesen.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>What was done before stays.</source>
        <translation>Was schon getan war, bleibt.</translation>
    </message>
    <message>
        <source>This share had not begun yet.</source>
        <translation>Diese Freigabe hatte noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Emergency: %1</source>
        <translation>Notfall: %1</translation>
    </message>
    <message>
        <source>Reason given: %1</source>
        <translation>Angegebener Grund: %1</translation>
    </message>
    <message>
        <source>Not seen yet. %1</source>
        <translation>Noch nicht angesehen. %1</translation>
    </message>
    <message>
        <source>Too short. Use at least 10 characters. Five words are better.</source>
        <translation>Zu kurz. Nehmen Sie mindestens 10 Zeichen. Fünf Wörter sind besser.</translation>
    </message>
    <message>
        <source>Too easy to guess. Many people try this first. Choose another.</source>
        <translation>Zu leicht zu erraten. Viele versuchen das zuerst. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Next appointment, %1 %2</source>
        <translation>Nächster Termin, %1 %2</translation>
    </message>
    <message>
        <source>Next appointment, %1</source>
        <translation>Nächster Termin, %1</translation>
    </message>
    <message>
        <source>Born %1.</source>
        <translation>Geboren %1.</translation>
    </message>
    <message>
        <source>Printed %1 by the patient.</source>
        <translation>Gedruckt am %1 von der Patientin oder dem Patienten.</translation>
    </message>
    <message>
        <source>None, says the record.</source>
        <translation>Keine, sagt die Unterlage.</translation>
    </message>
    <message>
        <source>No range given</source>
        <translation>Kein Bereich angegeben</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Usual range</source>
        <translation>Üblicher Bereich</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Medicines now</source>
        <translation>Medikamente jetzt</translation>
    </message>
    <message>
        <source>Printed by the patient from Keepwell. May be incomplete.</source>
        <translation>Aus Keepwell selbst gedruckt. Vielleicht nicht vollständig.</translation>
    </message>
    <message>
        <source>Health summary: %1</source>
        <translation>Gesundheitsübersicht: %1</translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <translation>Üblich: %1</translation>
    </message>
    <message>
        <source>In the clinic&apos;s own words</source>
        <translation>In den Worten der Praxis</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Warming up</source>
        <translation>Läuft an</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Certificate ends soon</source>
        <translation>Zertifikat endet bald</translation>
    </message>
    <message>
        <source>Two places disagree</source>
        <translation>Zwei Stellen widersprechen sich</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Uhr geht falsch</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>We ask the network how it is.</source>
        <translation>Wir fragen das Netz, wie es ihm geht.</translation>
    </message>
    <message>
        <source>The network is starting. We try again by ourselves.</source>
        <translation>Das Netz startet. Wir versuchen es von selbst wieder.</translation>
    </message>
    <message>
        <source>The network did not accept this wallet. Ask your organisation for a new code.</source>
        <translation>Das Netz hat diese Mappe nicht angenommen. Bitten Sie Ihre Einrichtung um einen neuen Code.</translation>
    </message>
    <message>
        <source>Your certificate ends soon. We renew it by ourselves while you are online.</source>
        <translation>Ihr Zertifikat endet bald. Wir erneuern es von selbst, solange Sie online sind.</translation>
    </message>
    <message>
        <source>Your certificate ends soon. Ask your organisation for a new code.</source>
        <translation>Ihr Zertifikat endet bald. Bitten Sie Ihre Einrichtung um einen neuen Code.</translation>
    </message>
    <message>
        <source>Two places disagree. Do not rely on the lines in Activity that say so.</source>
        <translation>Zwei Stellen widersprechen sich. Verlassen Sie sich nicht auf Einträge der Aktivität, bei denen das steht.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. Set it, then try again.</source>
        <translation>Die Uhr dieses Computers geht falsch. Stellen Sie sie, dann versuchen Sie es wieder.</translation>
    </message>
    <message>
        <source>Cannot be reached now. Changes wait here and are sent later. You do not need to do anything.</source>
        <translation>Gerade nicht erreichbar. Änderungen warten hier und werden später gesendet. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>Where shares and openings are written down, so nobody can change them later.</source>
        <translation>Hier werden Freigaben und Öffnungen aufgeschrieben, damit sie niemand später ändern kann.</translation>
    </message>
    <message>
        <source>Peer: %1, of %2</source>
        <translation>Knoten: %1, von %2</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>Kanal: %1</translation>
    </message>
    <message>
        <source>Contract: %1</source>
        <translation>Vertrag: %1</translation>
    </message>
    <message>
        <source>My organisation: %1</source>
        <translation>Meine Einrichtung: %1</translation>
    </message>
    <message>
        <source>Others of the channel see me as: %1</source>
        <translation>Andere im Kanal sehen mich als: %1</translation>
    </message>
    <message>
        <source>Certificate ends: %1</source>
        <translation>Zertifikat endet: %1</translation>
    </message>
    <message>
        <source>Entries: %1, confirmed by two places: %2</source>
        <translation>Einträge: %1, von zwei Stellen bestätigt: %2</translation>
    </message>
    <message>
        <source>In dispute: %1</source>
        <translation>Strittig: %1</translation>
    </message>
    <message>
        <source>Confirmed by one place</source>
        <translation>Von einer Stelle bestätigt</translation>
    </message>
    <message>
        <source>Confirmed by %1 places</source>
        <translation>Von %1 Stellen bestätigt</translation>
    </message>
    <message>
        <source>Use a new code</source>
        <translation>Neuen Code benutzen</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>Netz: %1</translation>
    </message>
    <message>
        <source>Last said: %1</source>
        <translation>Zuletzt gemeldet: %1</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Your locked files.</source>
        <translation>Ihre verschlossenen Dateien.</translation>
    </message>
    <message>
        <source>We ask where your locked files are kept.</source>
        <translation>Wir fragen dort, wo Ihre verschlossenen Dateien liegen.</translation>
    </message>
    <message>
        <source>The place of your locked files does not accept this wallet.</source>
        <translation>Der Ort Ihrer verschlossenen Dateien nimmt diese Mappe nicht an.</translation>
    </message>
    <message>
        <source>Cannot be reached now. New shares wait here until it can.</source>
        <translation>Gerade nicht erreichbar. Neue Freigaben warten hier solange.</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Node: %1</source>
        <translation>Knoten: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Version: %1</translation>
    </message>
    <message>
        <source>Neighbours: %1</source>
        <translation>Nachbarn: %1</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>Blocks that wait here: %1</source>
        <translation>Blöcke, die hier warten: %1</translation>
    </message>
    <message>
        <source>Gateway: %1, %2</source>
        <translation>Zugang: %1, %2</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>Storage refused us</source>
        <translation>Speicher hat abgewiesen</translation>
    </message>
    <message>
        <source>See Connections</source>
        <translation>Siehe Verbindungen</translation>
    </message>
    <message>
        <source>Storage is away</source>
        <translation>Speicher ist weg</translation>
    </message>
    <message>
        <source>We try again</source>
        <translation>Wir versuchen es wieder</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Alles aktuell</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Checked just now</source>
        <translation>Gerade geprüft</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>The network is starting</source>
        <translation>Das Netz startet</translation>
    </message>
    <message>
        <source>The network refused us</source>
        <translation>Das Netz hat abgewiesen</translation>
    </message>
    <message>
        <source>The clock is wrong</source>
        <translation>Die Uhr geht falsch</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>1 result: %1</source>
        <translation>1 Ergebnis: %1</translation>
    </message>
    <message>
        <source>usual range %1</source>
        <translation>üblicher Bereich %1</translation>
    </message>
</context>
</TS>
