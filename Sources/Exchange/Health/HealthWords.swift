package import Frame
package import Kernel
import Pages

/// How the health of a source is told.
enum HealthWords {
    static func state(_ source: SourceHealth, _ language: Language) -> Badge {
        let out = source.readings.filter(\.isOut)
        if !out.isEmpty {
            return Badge(Text(lv: "jāapskata", en: "look at it")[language], .attention)
        }
        let isYoung = source.readings.allSatisfy { $0.usual == nil }
        return isYoung
            ? Badge(Text(lv: "vēl nav ar ko salīdzināt", en: "nothing to compare with yet")[language])
            : Badge(Text(lv: "kā ierasts", en: "as usual")[language], .good)
    }

    static func verdict(_ source: SourceHealth, _ language: Language) -> String {
        let out = source.readings.filter(\.isOut).map { $0.sign.words[language].lowercased() }
        guard out.isEmpty else {
            return Text(
                lv: "Pēdējais imports atšķiras no ierastā: \(out.joined(separator: ", ")).",
                en: "The last import is out of the usual: \(out.joined(separator: ", "))."
            )[language]
        }
        return source.readings.allSatisfy { $0.usual == nil }
            ? Text(
                lv: "Importu vēl par maz, lai zinātu ierasto.",
                en: "Too few imports yet to know the usual."
            )[
                language
            ]
            : Text(lv: "Pēdējais imports ir kā ierasts.", en: "The last import is as usual.")[language]
    }

    static func verdict(_ reading: HealthReading, _ language: Language) -> Badge {
        guard reading.usual != nil else {
            return Badge(Text(lv: "vēl nav zināms", en: "not known yet")[language])
        }
        guard reading.isOut else { return Badge(Text(lv: "kā ierasts", en: "as usual")[language], .good) }
        let isLess = reading.value < (reading.usual?.lowerBound ?? 0)
        return Badge(
            isLess
                ? Text(lv: "mazāk nekā parasti", en: "less than usual")[language]
                : Text(lv: "vairāk nekā parasti", en: "more than usual")[language],
            .attention
        )
    }

    static func usual(_ reading: HealthReading, _ language: Language) -> String {
        guard let usual = reading.usual else { return "–" }
        let top = value(usual.upperBound, reading.sign, language)
        guard reading.sign.isTwoSided else {
            return Text(lv: "līdz \(top)", en: "up to \(top)")[language]
        }
        return "\(value(usual.lowerBound, reading.sign, language))–\(top)"
    }

    /// What the last import came to; marked where that is out of the usual.
    static func last(_ sign: HealthSign, _ source: SourceHealth, _ language: Language) -> DataTable.Cell {
        guard let reading = source.readings.first(where: { $0.sign == sign }) else { return .words("") }
        return .words(value(reading.value, sign, language), needsAttention: reading.isOut)
    }

    static func value(_ value: Int, _ sign: HealthSign, _ language: Language) -> String {
        let format = Format(language)
        return sign == .lines ? format.integer(value) : "\(format.decimal(value, 1))\u{a0}%"
    }
}

extension HouseBook {
    /// What people call a source, with the institution whose files they are.
    package func title(of source: SourceHealth) -> Text {
        let title = title(ofSource: source.owner.mapping, source.format)
        return source.place.map { title + Text(same: ", ") + $0 } ?? title
    }

    /// What people call a source: its mapping, else its format.
    package func title(ofSource mapping: String, _ format: String) -> Text {
        let shipped = rooms.flatMap { $0.mappings }.first { $0.name == mapping && mapping != format }
        return shipped.map { Text(lv: $0.titleLv, en: $0.titleEn) } ?? title(ofFormat: format)
    }
}
