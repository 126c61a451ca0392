internal import Kernel
internal import Storage

/// The survey that a value of an indicator is from: its name, when it was held, how many answered.
struct Survey: Hashable, Sendable {
    var name = ""
    var from: Day?
    var to: Day?
    /// How many people answered; nil where nobody has said so.
    var respondents: Int?

    /// Whether nothing is known of it.
    var isBlank: Bool { self == Survey() }

    /// When it was held, as people read it; nil where it is not known.
    private func period(_ language: Language) -> String? {
        let days = [from, to].compactMap { $0 }.map { Format(language).day($0) }
        guard let first = days.first, let last = days.last else { return nil }
        return first == last ? first : "\(first)\u{2060}–\u{2060}\(last)"
    }

    /// Its name, when it was held and how many answered, or that this was not said.
    var words: Text {
        let quoted = name.isEmpty ? nil : Text(lv: "„\(name)”", en: "“\(name)”")
        let noun = Noun(lv: "respondents", "respondenti", en: "respondent", "respondents")
        let answered =
            respondents.map { noun.counted($0) }
            ?? Text(lv: "respondentu skaits nav norādīts", en: "number of respondents not given")
        return Text(
            lv: [quoted?.lv, period(.lv), answered.lv].compactMap { $0 }.joined(separator: ", "),
            en: [quoted?.en, period(.en), answered.en].compactMap { $0 }.joined(separator: ", ")
        )
    }
}

extension IndicatorValue {
    /// Where it is from, as people read it beside the value.
    ///
    /// Its survey with what is known of it, or the source of one that stands in for a measure; nil where the indicator's own
    /// source says it.
    func stated(_ indicator: Indicator) -> Text? {
        guard indicator.origin == .survey || !survey.isBlank else {
            return indicator.origin == .measure && !source.isEmpty ? Text(same: source) : nil
        }
        let named = [source, indicator.source].first { !$0.isEmpty }
        let origin = named.map { Text(same: $0) } ?? indicator.origin.words
        return origin + Text(same: ", ") + survey.words
    }
}

extension Migration {
    /// Which survey a value is from: until now its source alone told, in words.
    static let surveyedValues = Migration(
        id: "2027-05-surveyed-values",
        tables: [],
        sql: """
            ALTER TABLE plan_value ADD COLUMN survey TEXT NOT NULL DEFAULT '';
            ALTER TABLE plan_value ADD COLUMN from_day INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE plan_value ADD COLUMN to_day INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE plan_value ADD COLUMN respondents INTEGER NOT NULL DEFAULT -1;
            """
    )
}
