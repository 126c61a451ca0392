package import Kernel

/// A pupil of the board.
package struct BoardPupil: Hashable, Sendable {
    /// The pupil's number in the whole board, from 1.
    package let number: Int
    /// The birthday.
    package let birthday: Day
    /// The name and the sex.
    package let name: PersonName
    /// Whether the pupil learns in a special programme.
    package let isSpecial: Bool
    /// Whether the pupil is a civilian of Ukraine.
    package let isUkraine: Bool
    /// Whether the family came back from abroad.
    package let isReemigrant: Bool
    /// How easily learning comes: 0 is usual, 1 a deviation.
    let ability: Double
    /// How often illness comes: 1 is usual.
    let frailty: Double
    /// A number from 0 to 1 that says how far the pupil is given to stay away.
    let truancy: Double

    /// The pupil with a number who is of the usual age for a grade in a year.
    init(_ plan: BoardPlan, number: Int, grade: Int, in year: SchoolYear) {
        self.number = number
        var dice = Dice(plan.seed, .pupil, number)
        let older = grade >= 8 && dice.chance(0.04) ? 1 : 0
        birthday = InventedCode.birthday(number: number, year: year.start - 6 - grade - older)
        name = PersonName.pupil(plan.seed, number)
        isSpecial = grade <= 9 && dice.chance(0.03)
        isUkraine = dice.chance(0.012)
        isReemigrant = !isUkraine && dice.chance(0.008)
        ability = dice.bell() - (isSpecial ? 0.8 : 0) - (isUkraine ? 0.3 : 0)
        let even = dice.unit()
        frailty = 0.3 + 1.4 * even * even + (dice.chance(0.025) ? 2.5 : 0)
        truancy = dice.unit()
    }

    /// The code by which the school's system knows the pupil.
    package var code: String { "J" + padded(number, 7) }

    /// The personal code, of nobody.
    package var personalCode: String { InventedCode.code(number: number, born: birthday) }

    /// Why the pupil came: from Ukraine or back from abroad, or for another reason.
    func arrival(otherwise usual: BoardStay.Arrival) -> BoardStay.Arrival {
        isUkraine ? .ukraine : isReemigrant ? .reemigrant : usual
    }
}
