import Kernel

/// The few words that Pages itself says; all others come from its callers.
enum Words {
    static let skip = Text(lv: "Pāriet uz saturu", en: "Skip to content")
    static let menu = Text(lv: "Izvēlne", en: "Menu")
    static let mainNavigation = Text(lv: "Galvenā izvēlne", en: "Main navigation")
    static let breadcrumb = Text(lv: "Atrašanās vieta", en: "Breadcrumb")
    static let languages = Text(lv: "Valoda", en: "Language")
    static let search = Text(lv: "Meklēt", en: "Search")
    static let printed = Text(lv: "Izdrukāja", en: "Printed by")
    static let holdsPersons = Text(lv: "Satur personas datus", en: "Contains personal data")
    static let print = Text(lv: "Drukāt", en: "Print")
    static let copy = Text(lv: "Kopēt kā tekstu", en: "Copy as text")
    static let columns = Text(lv: "Kolonnas", en: "Columns")
    static let copied = Text(lv: "Nokopēts", en: "Copied")
    static let showTable = Text(lv: "Rādīt kā tabulu", en: "Show as a table")
    static let previous = Text(lv: "Iepriekšējā lapa", en: "Previous page")
    static let next = Text(lv: "Nākamā lapa", en: "Next page")
    static let pages = Text(lv: "Lapas", en: "Pages")
    static let allRows = Text(lv: "Visas rindas (drukāšanai)", en: "All rows (for printing)")
    static let legend = Text(lv: "Apzīmējumi", en: "Key")
    static let suppressed = Text(
        lv: "nav rādīts, lai neatklātu personas",
        en: "not shown, so that no person is revealed"
    )
    static let notShown = Text(lv: "nav rādīts", en: "not shown")
    static let notApplicable = Text(lv: "rādītājs nav piemērojams", en: "the figure does not apply")
    static let noData = Text(lv: "nav datu", en: "no data")
    static let error = Text(lv: "Kļūda", en: "Error")
    static let errorSummary = Text(lv: "Lūdzu, izlabojiet", en: "Please correct the following")
    static let optional = Text(lv: "nav obligāti", en: "optional")
    static let choose = Text(lv: "Izvēlieties", en: "Choose")
    static let dayHint = Text(
        lv: "dd.mm.gggg, piemēram, 01.09.2025",
        en: "dd.mm.yyyy, for example 01.09.2025"
    )
    static let apply = Text(lv: "Rādīt", en: "Show")
    static let clear = Text(lv: "Notīrīt atlasi", en: "Clear filters")
    static let filters = Text(lv: "Atlase", en: "Filters")
    static let cancel = Text(lv: "Atcelt", en: "Cancel")
    static let steps = Text(lv: "Soļi", en: "Steps")
    static let stepDone = Text(lv: "pabeigts", en: "done")
    static let reference = Text(lv: "Kļūdas numurs", en: "Reference number")
    static let keys = Text(lv: "Tastatūras saīsnes", en: "Keyboard shortcuts")
    static let keySearch = Text(lv: "meklēt", en: "search")
    static let keyResults = Text(lv: "pāriet starp atradumiem", en: "go through what was found")
    static let keyHelp = Text(lv: "rādīt šo sarakstu", en: "show this list")
    static let keyClose = Text(lv: "aizvērt", en: "close")
    static let close = Text(lv: "Aizvērt", en: "Close")
    static let notices: [Notice.Kind: Text] = [
        .info: Text(lv: "Informācija", en: "Information"),
        .attention: Text(lv: "Uzmanību", en: "Attention"),
        .success: Text(lv: "Izdevās", en: "Done"),
    ]

    static func more(_ count: String) -> Text {
        Text(lv: "… un vēl \(count); visas rindas ir ekrānā", en: "… and \(count) more, on the screen")
    }

    static func page(_ number: String, of count: String) -> Text {
        Text(lv: "\(number). lapa no \(count)", en: "Page \(number) of \(count)")
    }
}
