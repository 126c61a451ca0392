internal import Frame
internal import Kernel
internal import Registry

/// The columns of the table of programmes, in their order.
enum ProgrammeFields {
    static let all: [ImportField] =
        [sekme] + head + plan + work + measures + money + decisions + [.institution, .regNo]

    /// Sekme's own number of the row, by which it is found whatever else of it changes.
    private static let sekme = ImportField(
        "sekme",
        Text(lv: "Sekmes numurs", en: "Sekme's number"),
        example: PartNumber(TenantID(rawValue: 1), .activity, 123).text
    )

    private static let head: [ImportField] = [
        ImportField(
            "programme",
            Text(lv: "Programmas kods", en: "Code of the programme"),
            required: true,
            example: "PMP-2024"
        ),
        ImportField(
            "row",
            Text(lv: "Rindas veids", en: "What the row is"),
            required: true,
            example: "uzdevums"
        ),
        ImportField("number", Text(lv: "Numurs", en: "Number"), ["Nr.", "ID"], example: "1.1.1"),
        ImportField("part", Text(lv: "Rādītāja daļa", en: "Part of the indicator"), example: "logopēdi"),
        ImportField("parent", Text(lv: "Pieder pie", en: "Part of"), example: "1.1"),
        ImportField("name", Text(lv: "Nosaukums", en: "Name"), example: "Lekcijas vecākiem"),
        ImportField("aim", Text(lv: "Nolūks", en: "Aim"), example: "Vecāku kompetences uzlabošanās"),
        ImportField(
            "result",
            Text(lv: "Sasniedzamais rezultāts", en: "Planned result"),
            example: "2–3 pasākumi gadā katrā izglītības iestādē"
        ),
    ]

    private static let plan: [ImportField] = [
        ImportField(
            "level",
            Text(lv: "Prevencijas līmenis", en: "Level of prevention"),
            example: "universal"
        ),
        ImportField(
            "responsible",
            Text(lv: "Atbildīgā institūcija", en: "Responsible body"),
            example: "Izglītības iestāde"
        ),
        ImportField(
            "involved",
            Text(lv: "Iesaistītās institūcijas", en: "Bodies involved"),
            example: "Sociālais dienests; Valsts policija"
        ),
        ImportField("years", Text(lv: "Īstenošanas gadi", en: "Years"), example: "2024–2028"),
        ImportField("from", Text(lv: "Sākums", en: "From"), example: "01.01.2024."),
        ImportField("to", Text(lv: "Beigas", en: "Until"), example: "31.12.2028."),
        ImportField(
            "term",
            Text(lv: "Izpildes termiņš", en: "Term"),
            example: "2024. gada janvāris – 2028. gada augusts"
        ),
    ]

    private static let work: [ImportField] = [
        ImportField("doer", Text(lv: "Izpildītājs", en: "Doer"), example: "Izglītības iestādes"),
        ImportField("supervisor", Text(lv: "Uzrauga", en: "Supervised by"), example: "Izglītības pārvalde"),
        ImportField("person", Text(lv: "Atbildīgā persona", en: "Person"), example: "PMP koordinators"),
        ImportField("state", Text(lv: "Stāvoklis", en: "State"), example: "done"),
        ImportField("human", Text(lv: "Cilvēkresursi", en: "Human resources"), example: "lektori (5)"),
        ImportField("support", Text(lv: "Atbalsta resursi", en: "Support"), example: "telpas"),
        ImportField("finance", Text(lv: "Finanšu resursi", en: "Finance"), example: "publiskais finansējums"),
        ImportField("duration", Text(lv: "Laika resursi", en: "Time"), example: "40 stundas"),
        ImportField(
            "source",
            Text(lv: "Avots", en: "Source"),
            ["Finanšu avots", "Datu avots"],
            example: "Aptauja"
        ),
    ]

    private static let measures: [ImportField] = [
        ImportField("unit", Text(lv: "Mērvienība", en: "Unit"), example: "percent"),
        ImportField("noun", Text(lv: "Ko skaita", en: "What is counted"), example: "sanāksmes"),
        ImportField("base", Text(lv: "Bāzes vērtība", en: "Baseline"), example: "80"),
        ImportField(
            "base_words",
            Text(lv: "Bāzes vērtība vārdiem", en: "Baseline in words"),
            example: "tiks noteikta 2023./2024. m.g."
        ),
        ImportField("base_due", Text(lv: "Bāzi noteikt līdz", en: "Baseline due"), example: "31.08.2024."),
        ImportField("origin", Text(lv: "Vērtību avota veids", en: "Kind of source"), example: "survey"),
        ImportField("measure", Text(lv: "Sekmes rādītājs", en: "Measure"), example: "attendance/unexcused"),
        ImportField("year", Text(lv: "Gads", en: "Year"), example: "2025"),
        ImportField("way", Text(lv: "Mērķa veids", en: "How the target is said"), example: "value"),
        ImportField("amount", Text(lv: "Skaitlis", en: "Number or amount"), ["Summa"], example: "85"),
        ImportField("words", Text(lv: "Dokumenta vārdi", en: "Words of the document"), example: "+10 %"),
    ]

    private static let money: [ImportField] = [
        ImportField("least", Text(lv: "Vismaz reižu", en: "At least"), example: "2"),
        ImportField("most", Text(lv: "Ne vairāk kā reižu", en: "At most"), example: "3"),
        ImportField("rhythm", Text(lv: "Cik bieži", en: "How often"), example: "year"),
        ImportField("in_each", Text(lv: "Katrā iestādē", en: "In each institution"), example: "jā"),
        ImportField("spent", Text(lv: "Izlietots, EUR", en: "Spent, EUR"), example: "1250,00"),
        ImportField("done", Text(lv: "Izpilde", en: "What was done"), example: "Notikušas 12 lekcijas"),
        ImportField(
            "impact",
            Text(lv: "Ietekmes novērtējums", en: "Impact"),
            example: "Vecāki iesaistās vairāk"
        ),
        ImportField(
            "factors",
            Text(lv: "Ietekmes faktori", en: "What helped or hindered"),
            example: "Trūka lektoru"
        ),
    ]

    private static let decisions: [ImportField] = [
        ImportField("date", Text(lv: "Datums", en: "Date"), example: "16.12.2021."),
        ImportField("decision", Text(lv: "Lēmuma numurs", en: "Number of the decision"), example: "97"),
        ImportField("protocol", Text(lv: "Protokols", en: "Minutes"), example: "Nr. 16, 2. §"),
        ImportField("note", Text(lv: "Piezīmes", en: "Note"), example: ""),
        ImportField("type", Text(lv: "Veids", en: "Kind"), example: "prevention"),
        ImportField("language", Text(lv: "Valoda", en: "Language"), example: "lv"),
        ImportField(
            "participants",
            Text(lv: "Dalībnieku skaits", en: "Participants"),
            example: "24"
        ),
        ImportField("sheet", Text(lv: "Reģistrācijas lapa", en: "Registration sheet"), example: "mape 3-12"),
        ImportField("body", Text(lv: "Cita institūcija", en: "Other body"), example: "social"),
    ]
}
