import Frame
import Kernel
import Pages

extension PupilView {
    /// What came along, where the page is the pupil's own: the sheet of a meeting has its room for the meeting.
    var arrival: PupilArrival? { front == nil ? brief.arrival : nil }

    /// Whence the pupil came, what came along, and what is missing: the list that the new institution goes through.
    var arrivalSection: HTML? {
        guard let arrival else { return nil }
        let left = arrival.former.to.flatMap { $0 < arrival.day ? $0 : nil }
        let until = left.map { words(" (līdz ", " (until ") + format.day($0) + ")" } ?? ""
        let facts: [(name: String, value: HTML)] = [
            (words("Mācās šeit no", "Attends since"), HTML(text: format.day(arrival.day))),
            (
                words("Iepriekšējā iestāde", "Former institution"),
                HTML(text: arrival.former.place + until)
            ),
            (
                words("Dati, kas ir", "Data that came along"),
                each(arrival.words.came, words("nekādu", "none"))
            ),
            (
                words("Trūkst", "Missing"),
                each(arrival.words.missing, words("nekas", "nothing"))
            ),
        ]
        let title = words("Pāreja no citas iestādes", "Came from another institution")
        return Section(title, id: "arrival\(suffix)", "\(DefinitionList(facts))\(limits)").html
    }

    private func each(_ lines: [Text], _ none: String) -> HTML {
        guard !lines.isEmpty else { return HTML(text: none) }
        let items: [HTML] = lines.map { "<div>\($0, language)</div>" }
        return "\(items)"
    }

    /// What of the former institution is seen here, and what is not.
    private var limits: HTML {
        let text = words(
            """
            Iepriekšējās iestādes datus te redz tāpat kā pašu: vērtējumus, kavējumus un pārbaudes darbus – ikviens, kurš \
            redz šo lapu, veselības un uzvedības ziņas – tikai tie, kuriem ir tādas tiesības. Atbalsta plānus redz gadījuma \
            dalībnieki, kad gadījums ir nodots; ierobežotās piezīmes paliek iepriekšējā iestādē.
            """,
            """
            Data of the former institution are seen here as one’s own: marks, absences and tests by everybody who sees this \
            page, what tells of health and behaviour by those alone who have that right. Support plans are seen by members \
            of the case once it is handed over; restricted notes stay at the former institution.
            """
        )
        return "<p class=\"quiet screen-only\">\(text)</p>"
    }
}
