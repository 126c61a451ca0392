internal import Kernel

/// The way an indicator is to go from its baseline to its targets, in hundredths of its unit.
struct IndicatorPath {
    let indicator: Indicator
    let targets: [Target]

    init(_ indicator: Indicator, _ targets: [Target]) {
        self.indicator = indicator
        self.targets = targets.sorted { $0.year < $1.year }
    }

    /// The number that a target stands for; nil where it says a direction only, or rests on what is not known.
    func number(_ target: Target) -> Int? {
        guard let amount = target.amount else { return nil }
        switch target.way {
        case .value: return amount
        case .increase: return indicator.base.map { $0 + amount }
        case .percentOfBase:
            return indicator.base.flatMap { base in
                Exact.divide(amount * base, by: 10_000).map { base + $0 }
            }
        case .undefined, .rise, .fall: return nil
        }
    }

    /// Whether numbers rise and then fall, or the other way round, without any word that this is meant.
    var turnsUnsaid: Bool {
        guard !targets.contains(where: { $0.way == .rise || $0.way == .fall }) else { return false }
        let numbers = ([indicator.base] + targets.map(number)).compactMap { $0 }
        let steps = zip(numbers, numbers.dropFirst()).map { $1 - $0 }.filter { $0 != 0 }
        return steps.contains { $0 > 0 } && steps.contains { $0 < 0 }
    }

    /// How a value stands to a target.
    enum Standing {
        case reached
        case below
        /// Nothing can be said: no value, or a target without a number.
        case unknown
    }

    /// How the value of a target's year stands to the target; a direction is looked at from the value before.
    func standing(_ value: Int?, _ target: Target, before: Int?) -> Standing {
        guard let value else { return .unknown }
        switch target.way {
        case .rise, .fall:
            guard let before else { return .unknown }
            return (target.way == .rise ? value > before : value < before) ? .reached : .below
        case .value, .increase, .percentOfBase, .undefined:
            guard let number = number(target) else { return .unknown }
            let isUpward = indicator.base.map { $0 <= number } ?? true
            return (isUpward ? value >= number : value <= number) ? .reached : .below
        }
    }
}

extension Indicator {
    /// A value with as few decimals as it needs: 80, 12,3.
    static func scaled(_ hundredths: Int) -> (Int, Int) {
        if hundredths % 100 == 0 { return (hundredths / 100, 0) }
        if hundredths % 10 == 0 { return (hundredths / 10, 1) }
        return (hundredths, 2)
    }

    /// A value as people read it, with its unit.
    func words(_ hundredths: Int, _ language: Language) -> String {
        let (number, decimals) = Indicator.scaled(hundredths)
        let digits = Format(language).decimal(number, decimals)
        switch unit {
        case .percent: return language == .lv ? "\(digits)\u{a0}%" : "\(digits)%"
        case .count, .load, .score: return counted(hundredths, digits, language)
        }
    }

    /// A number with what is counted.
    ///
    /// The document has its noun in the plural, which does not go with one, twenty-one and the like; there it stands before
    /// the number.
    private func counted(_ hundredths: Int, _ digits: String, _ language: Language) -> String {
        guard !noun.isEmpty else { return digits }
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        // A number with decimals takes the plural.
        let form = Indicator.posts.form(rest == 0 ? whole : 0)
        if unit == .load, noun == unit.words.lv { return "\(digits) \(form[language])" }
        return form.lv == Indicator.posts.form(1).lv ? "\(noun): \(digits)" : "\(digits) \(noun)"
    }

    private static let posts = Noun(lv: "slodze", "slodzes", en: "post", "posts")

    /// A target as people read it; the document's own words where it says a direction only.
    func words(_ target: Target, _ language: Language) -> String {
        let digits = target.amount.map { amount -> String in
            let (number, decimals) = Indicator.scaled(amount)
            return Format(language).decimal(number, decimals)
        }
        switch target.way {
        case .value: return target.amount.map { words($0, language) } ?? target.words
        case .increase:
            let points = Text(lv: "p. p.", en: "points")
            return "+\(digits ?? "") \(unit == .percent ? points[language] : noun)"
        case .percentOfBase:
            let rise = Text(lv: "+\(digits ?? "")\u{a0}% no bāzes", en: "+\(digits ?? "")% of the baseline")
            return rise[language]
        case .undefined: return Text(lv: "+\(digits ?? "")\u{a0}% (?)", en: "+\(digits ?? "")% (?)")[language]
        case .rise, .fall: return target.way.words[language]
        }
    }
}
