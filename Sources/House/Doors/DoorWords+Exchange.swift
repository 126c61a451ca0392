import Kernel

extension DoorWords {
    /// Imports, sources and joined pupils.
    static let exchange: [String: Text] = [
        "GET /imports/new": Text(lv: "Jauns imports: fails", en: "New import: the file"),
        "POST /imports/new": Text(lv: "Augšupielādēt failus", en: "Upload files"),
        "GET /imports/columns": Text(lv: "Jauns imports: kolonnas", en: "New import: the columns"),
        "POST /imports/columns": Text(lv: "Sākt failu nolasīšanu", en: "Begin to read the files"),
        "GET /imports/jobs/:job": Text(lv: "Darba norise", en: "How far a job has come"),
        "GET /imports/plans/:import": Text(lv: "Importa plāns", en: "Plan of an import"),
        "POST /imports/plans/:import": Text(
            lv: "Saglabāt importu vai atteikties",
            en: "Save an import or give it up"
        ),
        "GET /imports/plans/:import/rejected": Text(
            lv: "Noraidītās rindas kā fails",
            en: "Rejected lines as a file"
        ),
        "POST /imports/plans/:import/rejected": Text(
            lv: "Lūgt atļauju daudzām noraidītām rindām",
            en: "Ask leave for many rejected lines"
        ),
        "GET /imports/mappings": Text(lv: "Saglabātie kartējumi", en: "Saved mappings"),
        "GET /imports/mappings/:mapping": Text(lv: "Saglabāts kartējums", en: "Saved mapping"),
        "POST /imports/mappings/:mapping": Text(lv: "Labot kartējumu", en: "Change a mapping"),
        "POST /imports/mappings/:mapping/remove": Text(lv: "Noņemt kartējumu", en: "Remove a mapping"),
        "POST /imports/mappings/:mapping/restore": Text(lv: "Atjaunot kartējumu", en: "Put a mapping back"),
        "GET /imports/batches/:batch": Text(lv: "Saglabāts imports", en: "Saved import"),
        "POST /imports/batches/:batch/undo": Text(lv: "Atsaukt importu", en: "Take an import back"),
        "GET /imports/sources": Text(lv: "Datu avoti", en: "Sources of data"),
        "GET /imports/sources/:source": Text(lv: "Datu avots", en: "Source of data"),
        "GET /duplicates/:first/:second": Text(lv: "Divi izglītojamie līdzās", en: "Two pupils side by side"),
        "POST /duplicates/:first/:second/join": Text(lv: "Apvienot divus numurus", en: "Join two numbers"),
        "POST /duplicates/:first/:second/answer": Text(
            lv: "Atzīmēt, ka tie ir divi cilvēki, vai atlikt",
            en: "Say that they are two people, or put it off"
        ),
        "GET /merged/:merge": Text(lv: "Apvienoti izglītojamie", en: "Joined pupils"),
        "POST /merged/:merge/part": Text(lv: "Atdalīt apvienotos", en: "Part those who were joined"),
    ]
}
