internal import Kernel

/// Makes the entries of behaviour about a pupil in a class and a year.
struct EntrySheet {
    let stay: BoardStay
    let book: ClassBook
    let lessons: PupilYear

    /// The entries up to a day, at most one of a day.
    func entries(through today: Day) -> [BoardEntry] {
        var dice = Dice(book.plan.seed, .behaviour, stay.pupil.number, book.classGroup.year.start)
        var entries: [Day: BoardEntry] = [:]
        for kind in kinds(&dice) {
            // Drawn before it is asked whether the day has come: what is there stays as it is.
            let place = dice.below(book.calendar.days.count)
            let day = book.calendar.days[place]
            let text = dice.pick(EntrySheet.texts[kind] ?? [""])
            let subject = dice.pick(book.timetable.subjects(day))
            guard day <= today, stay.holds(day), !book.isMissing(day), entries[day] == nil,
                !lessons.state(place, 0).isAbsent,
                let author = book.teaching(subject, stay.pupil)?.teacher
            else { continue }
            entries[day] = BoardEntry(day: day, kind: kind, text: text, author: author)
        }
        return entries.values.sorted { $0.day < $1.day }
    }

    /// What is written over the year: praise more of the able ones, the rest more of those who stay away.
    private func kinds(_ dice: inout Dice) -> [BoardEntry.Kind] {
        let praise = dice.unit() + 0.25 * stay.pupil.ability
        var kinds = Array(repeating: BoardEntry.Kind.praise, count: praise > 1.1 ? 2 : praise > 0.65 ? 1 : 0)
        if dice.chance(0.3) { kinds.append(.remark) }
        if dice.chance(0.015) { kinds.append(.conflict) }
        let unexcused = lessons.unexcused
        guard unexcused > 10 else { return kinds }
        let more = min(5, 1 + unexcused / 25) + dice.below(2)
        return kinds + (0..<more).map { _ in dice.pick([.remark, .remark, .talk, .breach]) }
    }

    private static let texts: [BoardEntry.Kind: [String]] = [
        .praise: [
            "Palīdzēja klasesbiedram sagatavoties pārbaudes darbam.",
            "Aktīvi piedalījās klases pasākuma rīkošanā.",
            "Atbildīgi veica dežuranta pienākumus.",
            "Ar panākumiem pārstāvēja skolu novada olimpiādē.",
            "Rūpīgi sagatavoja prezentāciju un labi to izstāstīja.",
            "Stundā izrādīja iniciatīvu un palīdzēja citiem.",
        ],
        .remark: [
            "Stundas laikā lietoja mobilo tālruni.",
            "Stundā nebija mācību līdzekļu.",
            "Ar sarunām traucēja darbu stundā.",
            "Bez attaisnojuma nokavēja stundas sākumu.",
            "Nepildīja pedagoga norādījumus.",
            "Nebija izpildīts mājas darbs.",
        ],
        .breach: [
            "Mācību laikā bez atļaujas atstāja skolas teritoriju.",
            "Starpbrīdī sabojāja skolas inventāru.",
            "Atkārtoti neievēroja iekšējās kārtības noteikumus.",
        ],
        .conflict: [
            "Starpbrīdī strīdējās ar klasesbiedru. Notikušais pārrunāts ar abām pusēm.",
            "Apvainoja klasesbiedru. Pēc sarunas atvainojās.",
        ],
        .talk: [
            "Pārrunāti neattaisnotie kavējumi un vienošanās par turpmāko rīcību.",
            "Saruna ar vecākiem par mācību darbu un kavējumiem.",
            "Pārrunāti mācību sasniegumi un vajadzīgais atbalsts.",
        ],
    ]
}
