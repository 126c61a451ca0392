internal import Kernel
internal import Registry

/// How long rows of a retention class stay.
struct Retention: Sendable {
    let rule: RetentionRule?

    /// The retention of a class, or of a kind of records, in words.
    func words(_ name: String) -> Text {
        if let kind = Retention.kind(name) { return words(kind) }
        switch name {
        case "staging", "rejected":
            return Text(lv: "14 dienas pēc pēdējās darbības", en: "14 days after the last step")
        case "days": return Text(lv: "līdz sesijas vai saites beigām", en: "until the session or link ends")
        case "audit":
            return Text(
                lv: "pastāvīgi, jo ieraksti ir saistīti ķēdē",
                en: "permanently, as the records are chained"
            )
        default: return Text(lv: "pastāvīgi", en: "permanently")
        }
    }

    /// The time of a kind of records in words.
    func words(_ kind: RetentionKind) -> Text {
        guard let time = rule?.time(of: kind) else { return Retention.unset }
        if kind.isInDays {
            return Noun(lv: "diena", "dienas", en: "day", "days").counted(time) + Text(same: " ") + kind.start
        }
        return Text(lv: "\(time) g. ", en: "\(time) y. ") + kind.start
    }

    /// How long the tables of a set are kept: by their classes, and what of them ends before by a time of its own.
    func words(of set: DataSet) -> [Text] { joined(set.retentions.map { words($0) }, set) }

    /// The same for the record of processing: where classes end at different times, each says which of the data it is.
    func told(of set: DataSet) -> [Text] {
        let times = set.retentions.map { words($0) }
        guard times.contains(where: { $0 != times.first }) else { return words(of: set) }
        return joined(
            zip(set.retentions, times).map { Retention.title($0) + Text(same: ": ") + $1 },
            set
        )
    }

    /// The times of classes, each once, and of the kinds that end before by a time of their own.
    private func joined(_ classes: [Text], _ set: DataSet) -> [Text] {
        let own = set.kinds.filter { rule?.time(of: $0) != nil }
        let times = Retention.each(own.map { words($0) })
        let told = times.map { time in
            let titles = own.filter { words($0) == time }.map(\.title)
            return Retention.listed(titles) + Text(same: ": ") + time
        }
        return Retention.each(classes + told)
    }

    /// Each once, in the order given.
    private static func each(_ texts: [Text]) -> [Text] {
        texts.reduce(into: []) { found, text in
            if !found.contains(text) { found.append(text) }
        }
    }

    /// Titles in one list, as what ends at one time is said once.
    private static func listed(_ titles: [Text]) -> Text {
        func list(_ words: [String]) -> String {
            let others = words.dropFirst().map { ", \($0.prefix(1).lowercased())\($0.dropFirst())" }
            return words.prefix(1).joined() + others.joined()
        }
        return Text(lv: list(titles.map(\.lv)), en: list(titles.map(\.en)))
    }

    /// What the rows of a class are called.
    static func title(_ name: String) -> Text {
        if let kind = kind(name) { return kind.title }
        return switch name {
        case "staging", "rejected":
            Text(lv: "Importu plāni un noraidītās rindas", en: "Plans of imports and rejected lines")
        case "days": Text(lv: "Sesijas un vienreizējās saites", en: "Sessions and one-time links")
        case "audit":
            Text(lv: "Piekļuves žurnāls un personas datu eksporti", en: "Audit trail and exports of persons")
        default: Text(lv: "Pārējie dati", en: "Other data")
        }
    }

    /// The kind that a class of tables goes by; tables name staff and accounts by what they are about.
    private static func kind(_ name: String) -> RetentionKind? {
        switch name {
        case "employment": .staff
        case "account": .accounts
        default: RetentionKind(rawValue: name)
        }
    }

    private static let unset = Text(lv: "termiņš vēl nav noteikts", en: "no time is set yet")

    /// Why nothing is taken out of the trail of access.
    static let trail = Text(
        lv: """
            Piekļuves žurnālu nedzēš: katrs ieraksts apliecina iepriekšējo, un pārbaude sākas ar pirmo. Ja vecākos \
            izņemtu, likumīgu dzēšanu vairs nevarētu atšķirt no pēdu slēpšanas. Žurnālā ir numuri, nevis vārdi: kad \
            persona ir dzēsta, tās numurs vairs neved ne pie viena vārda.
            """,
        en: """
            The audit trail is not removed: each record vouches for the one before, and the check begins with the first. \
            With old ones taken out, a lawful end could not be told from the hiding of traces. The trail has numbers, \
            not names: once a person is erased, the number leads to no name.
            """
    )
}
