/// What plans of support offer, as it is shipped; no source lists it in full, so that a board sets it by what it does.
enum SupportSeeds {
    typealias Item = (code: String, lv: String, en: String, editable: Bool)

    /// The numbers stand in rows of plans.
    ///
    /// The program knows 1, which the log of consultations stands beside, and 7, which plans of home study alone have.
    static let measures: [Item] = [
        ("1", "Konsultācijas mācību priekšmetā", "Consultations in a subject", true),
        ("2", "Atbalsta personāla nodarbības", "Sessions with support staff", true),
        ("3", "Mentora atbalsts", "Support of a mentor", true),
        ("4", "Otrs pedagogs vai asistents stundā", "Second teacher or assistant in lessons", true),
        ("5", "Interešu izglītība vai pasākumi", "Hobby education or activities", true),
        ("6", "Cits atbalsts", "Other support", true),
        ("7", "Mājas apmācības stundas", "Lessons at home", true),
        ("8", "Ģimenes apmeklējumi", "Visits to the family", true),
        ("9", "Psihosociāla palīdzība", "Psychosocial help", true),
        ("10", "Transporta nodrošināšana", "Transport", true),
        ("11", "Ēdināšanas atbalsts", "Support with meals", true),
    ]

    static let activities: [Item] = [
        ("olympiad", "Mācību priekšmeta olimpiāde", "Olympiad of a subject", true),
        ("competition", "Konkurss vai sacensības", "Competition", true),
        ("research", "Zinātniski pētnieciskais darbs", "Research", true),
        ("interest", "Interešu izglītība", "Hobby education", true),
        ("other", "Cita aktivitāte", "Another activity", true),
    ]
}
