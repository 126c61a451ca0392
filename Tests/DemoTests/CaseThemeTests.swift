import Registry
import Testing

@testable import Demo

/// What cases of the demo say is true of the pupil: of the grade and of the sign that the case was opened from.
struct CaseThemeTests {
    @Test func `a theme fits the sign and the grade, and its referral is there`() {
        for number in 0..<CaseTheme.turns {
            for sign in RiskQuantity.allCases.map(Optional.some) + [nil] {
                for grade in 1...12 {
                    let theme = CaseTheme.of(number, sign, grade: grade)
                    #expect(theme.fits(sign, grade: grade), "\(number), \(sign?.rawValue ?? "–"), \(grade)")
                    #expect(ReferralTheme.all.indices.contains(theme.turn))
                }
            }
        }
    }

    @Test func `the first three grades have no marks, and who has a sign of absence is said to be absent`() {
        for number in 0..<CaseTheme.turns {
            for sign in RiskQuantity.allCases {
                let theme = CaseTheme.of(number, sign, grade: 3)
                let words = ([theme.reason, theme.goals, theme.outcome] + theme.notes).joined(separator: " ")
                #expect(!words.contains("zem 4") && !words.contains("balles"), "\(sign.rawValue): \(words)")
            }
            let absent = CaseTheme.of(number, .absence, grade: 9)
            #expect(absent.reason.lowercased().contains("kavē"), "\(absent.reason)")
        }
    }

    @Test func `a talent plan of who has no physics names none`() {
        for grade in [4, 8] {
            let theme = PlanTheme(PlanMix(3, times: 1), grade: grade, on: BoardPlan.usual.today, [:])
            let words = theme.answers.values.joined(separator: " ").lowercased()
            #expect(words.contains("fizik") == (grade == 8))
        }
    }
}
