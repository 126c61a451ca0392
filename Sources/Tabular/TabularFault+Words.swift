import Kernel

extension TabularFault.Code {
    /// What is wrong and what to do about it.
    var words: (message: Text, advice: Text) {
        switch self {
        case .unreadable, .unwritable, .empty, .tooLarge, .bomb, .damaged: fileWords
        case .unknownType, .encrypted, .oldExcel, .pdf, .html, .entities: kindWords
        case .badQuote, .mixedEncodings, .nulByte, .rowTooLarge, .tooManyColumns, .noSheet: contentWords
        }
    }

    private var fileWords: (message: Text, advice: Text) {
        switch self {
        case .unreadable:
            (
                Text(lv: "Failu nevar atvērt.", en: "The file cannot be opened."),
                Text(
                    lv: "Pārbaudiet, vai fails ir norādītajā vietā un vai to drīkst lasīt.",
                    en: "Check that the file is in its place and may be read."
                )
            )
        case .unwritable:
            (
                Text(lv: "Failu nevar saglabāt.", en: "The file cannot be saved."),
                Text(
                    lv: "Pārbaudiet, vai mape pastāv, vai tajā drīkst rakstīt un vai diskā ir brīva vieta.",
                    en: "Check that the folder exists, may be written to and has room left."
                )
            )
        case .empty:
            (
                Text(lv: "Fails ir tukšs.", en: "The file is empty."),
                Text(
                    lv: "Eksportējiet datus vēlreiz un pārbaudiet, vai failā ir rindas.",
                    en: "Export the data again and check that the file has rows."
                )
            )
        case .tooLarge:
            (
                Text(lv: "Fails ir lielāks, nekā atļauts.", en: "The file is larger than allowed."),
                Text(
                    lv: "Sadaliet datus vairākos failos, piemēram, pa mēnešiem vai iestādēm.",
                    en: "Split the data into several files, for example by month or by institution."
                )
            )
        case .bomb:
            (
                Text(
                    lv: "Atspiests fails ir nesamērīgi liels, tāpēc tas netika lasīts.",
                    en: "Unpacked, the file is out of all proportion, so it was not read."
                ),
                Text(
                    lv: "Atveriet failu izklājlapu programmā, izdzēsiet liekās rindas un saglabājiet kā CSV.",
                    en: "Open the file in a spreadsheet program, delete surplus rows and save it as CSV."
                )
            )
        default:
            (
                Text(lv: "Fails ir bojāts vai nepilnīgs.", en: "The file is damaged or incomplete."),
                Text(
                    lv:
                        "Lejupielādējiet vai eksportējiet failu vēlreiz; ja tas atverams, saglabājiet no jauna.",
                    en: "Download or export the file again; if it can be opened, save it anew."
                )
            )
        }
    }

    private var kindWords: (message: Text, advice: Text) {
        switch self {
        case .encrypted:
            (
                Text(lv: "Fails ir aizsargāts ar paroli.", en: "The file is protected by a password."),
                Text(
                    lv: "Noņemiet paroli, saglabājiet failu un augšupielādējiet vēlreiz.",
                    en: "Remove the password, save the file and upload it again."
                )
            )
        case .oldExcel:
            (
                Text(lv: "Šis ir vecā formāta Excel fails (.xls).", en: "This is an old Excel file (.xls)."),
                Text(
                    lv: "Atveriet failu un saglabājiet to kā Excel darbgrāmatu (.xlsx) vai CSV.",
                    en: "Open the file and save it as an Excel workbook (.xlsx) or as CSV."
                )
            )
        case .pdf:
            (
                Text(lv: "Šis ir PDF dokuments, nevis tabula.", en: "This is a PDF document, not a table."),
                Text(
                    lv: "Eksportējiet datus kā XLSX, ODS vai CSV failu.",
                    en: "Export the data as an XLSX, ODS or CSV file."
                )
            )
        case .html:
            (
                Text(lv: "Šis ir tīmekļa lapas fails, nevis tabula.", en: "This is a web page, not a table."),
                Text(
                    lv: "Atveriet failu izklājlapu programmā un saglabājiet kā XLSX vai CSV.",
                    en: "Open the file in a spreadsheet program and save it as XLSX or CSV."
                )
            )
        case .entities:
            (
                Text(
                    lv: "Failā ir XML definīcijas, kādu izklājlapās nemēdz būt.",
                    en: "The file holds XML definitions that spreadsheets never have."
                ),
                Text(
                    lv: "Atveriet failu izklājlapu programmā un saglabājiet no jauna kā XLSX vai CSV.",
                    en: "Open the file in a spreadsheet program and save it anew as XLSX or CSV."
                )
            )
        default:
            (
                Text(lv: "Faila veids nav atpazīts.", en: "The kind of file is not recognised."),
                Text(
                    lv: "Saglabājiet datus kā XLSX, ODS vai CSV failu.",
                    en: "Save the data as an XLSX, ODS or CSV file."
                )
            )
        }
    }

    private var contentWords: (message: Text, advice: Text) {
        switch self {
        case .badQuote:
            (
                Text(
                    lv: "Pēdiņas nav pareizi aizvērtas laukā, kas sākas šajā rindā.",
                    en: "The quotes of a field that begins on this line are not closed as they should be."
                ),
                Text(
                    lv: "Aizveriet pēdiņas; pēdiņas teksta vidū jāraksta divas reizes pēc kārtas.",
                    en: "Close the quotes; a quote inside a text must be written twice."
                )
            )
        case .mixedEncodings:
            (
                Text(
                    lv: "Šī rinda ir citā kodējumā nekā pārējais fails.",
                    en: "This line is in another encoding than the rest of the file."
                ),
                Text(
                    lv: "Izvēlieties citu kodējumu vai saglabājiet visu failu UTF-8 kodējumā.",
                    en: "Choose another encoding, or save the whole file as UTF-8."
                )
            )
        case .nulByte:
            (
                Text(lv: "Rindā ir nulles baits.", en: "The line holds a zero byte."),
                Text(
                    lv: "Fails ir bojāts vai nav teksta fails; eksportējiet datus vēlreiz.",
                    en: "The file is damaged or is no text file; export the data again."
                )
            )
        case .rowTooLarge:
            (
                Text(lv: "Rinda ir garāka, nekā atļauts.", en: "The row is longer than allowed."),
                Text(
                    lv: "Pārbaudiet, vai pareizi izvēlēts atdalītājs un vai pēdiņas ir aizvērtas.",
                    en: "Check that the separator is right and that quotes are closed."
                )
            )
        case .tooManyColumns:
            (
                Text(lv: "Rindā ir pārāk daudz kolonnu.", en: "The row has too many columns."),
                Text(
                    lv: "Pārbaudiet, vai pareizi izvēlēts atdalītājs; izdzēsiet liekās kolonnas.",
                    en: "Check that the separator is right; delete surplus columns."
                )
            )
        default:
            (
                Text(lv: "Failā nav šādas darblapas.", en: "The file has no such worksheet."),
                Text(
                    lv: "Izvēlieties vienu no faila darblapām.",
                    en: "Choose one of the file's worksheets."
                )
            )
        }
    }
}
