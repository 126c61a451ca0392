internal import Kernel

/// A name and a sex, drawn for a number.
package struct PersonName: Hashable, Sendable {
    /// The surname.
    package let surname: String
    /// The forename; some have two.
    package let forename: String
    /// 1 male, 2 female (ISO/IEC 5218).
    package let sex: Int

    static func pupil(_ seed: UInt64, _ number: Int) -> PersonName {
        var dice = Dice(seed, .name, number)
        return draw(&dice, femaleShare: 0.49, Forenames.boys, Forenames.girls, second: 0.06)
    }

    static func staff(_ seed: UInt64, _ number: Int) -> PersonName {
        var dice = Dice(seed, .staff, number)
        return draw(
            &dice,
            femaleShare: 0.87,
            Forenames.men + Forenames.boys,
            Forenames.women + Forenames.girls,
            second: 0
        )
    }

    private static func draw(
        _ dice: inout Dice,
        femaleShare: Double,
        _ men: [String],
        _ women: [String],
        second: Double
    ) -> PersonName {
        let isFemale = dice.chance(femaleShare)
        let surname = Surnames.name(dice.below(Surnames.count), isFemale: isFemale)
        let forenames = isFemale ? women : men
        let first = dice.pick(forenames)
        let other = dice.pick(forenames)
        let hasTwo = dice.chance(second) && other != first
        return PersonName(
            surname: surname,
            forename: hasTwo ? "\(first) \(other)" : first,
            sex: isFemale ? 2 : 1
        )
    }
}
