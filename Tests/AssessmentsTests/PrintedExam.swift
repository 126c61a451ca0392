/// A result of an examination as a school's self-evaluation of 2024/2025 prints it beside the mean of the state.
struct PrintedExam {
    let year: Int
    let grade: Int
    let level: String
    let subject: String
    /// The school's mean, in tenths of a per cent.
    let mean: Int
    /// The state's, in tenths of a per cent.
    let state: Int
    /// The school's mean less the state's.
    let difference: String
    /// The share of results below the threshold, in tenths of a per cent; nil where none is printed.
    let below: Int?

    init(
        _ year: Int,
        _ grade: Int,
        _ level: String,
        _ subject: String,
        _ mean: Int,
        state: Int,
        _ difference: String,
        below: Int? = nil
    ) {
        (self.year, self.grade, self.level, self.subject) = (year, grade, level, subject)
        (self.mean, self.state, self.difference, self.below) = (mean, state, difference, below)
    }

    /// The threshold of the year, in per cent.
    var threshold: Int {
        if grade == 9 { return 10 }
        return year == 2023 ? 15 : 20
    }

    static let all = [
        PrintedExam(2023, 9, "", "Latviešu valoda", 364, state: 591, "−22,7", below: 80),
        PrintedExam(2024, 9, "", "Latviešu valoda", 372, state: 585, "−21,3", below: 32),
        PrintedExam(2023, 9, "", "Angļu valoda", 362, state: 639, "−27,7", below: 80),
        PrintedExam(2024, 9, "", "Angļu valoda", 345, state: 658, "−31,3", below: 72),
        PrintedExam(2023, 9, "", "Matemātika", 285, state: 432, "−14,7", below: 190),
        PrintedExam(2024, 9, "", "Matemātika", 353, state: 538, "−18,5", below: 39),
        PrintedExam(2023, 12, "optimal", "Latviešu valoda", 432, state: 550, "−11,8"),
        PrintedExam(2024, 12, "optimal", "Latviešu valoda", 479, state: 559, "−8,0", below: 30),
        PrintedExam(2023, 12, "optimal", "Matemātika", 286, state: 340, "−5,4", below: 270),
        PrintedExam(2024, 12, "optimal", "Matemātika", 418, state: 437, "−1,9", below: 178),
        PrintedExam(2023, 12, "optimal", "Angļu valoda", 494, state: 620, "−12,6"),
        PrintedExam(2024, 12, "optimal", "Angļu valoda", 535, state: 607, "−7,2"),
        PrintedExam(2023, 12, "highest", "Latviešu valoda", 283, state: 550, "−26,7", below: 170),
        PrintedExam(2024, 12, "highest", "Latviešu valoda", 277, state: 530, "−25,3", below: 330),
        PrintedExam(2023, 12, "highest", "Matemātika", 602, state: 590, "1,2"),
        PrintedExam(2024, 12, "highest", "Matemātika", 619, state: 620, "−0,1"),
        PrintedExam(2023, 12, "highest", "Angļu valoda", 419, state: 660, "−24,1", below: 56),
        PrintedExam(2024, 12, "highest", "Angļu valoda", 422, state: 620, "−19,8"),
        PrintedExam(2023, 12, "highest", "Ķīmija", 406, state: 470, "−6,4"),
        PrintedExam(2024, 12, "highest", "Ķīmija", 480, state: 530, "−5,0"),
        PrintedExam(2024, 12, "highest", "Vēsture", 390, state: 374, "1,6"),
        PrintedExam(2024, 12, "highest", "Dizains un tehnoloģijas", 327, state: 480, "−15,3", below: 220),
        PrintedExam(2024, 12, "highest", "Sociālās zinātnes", 155, state: 450, "−29,5", below: 750),
        PrintedExam(2023, 12, "highest", "Bioloģija", 690, state: 550, "14,0"),
        PrintedExam(2024, 12, "highest", "Bioloģija", 543, state: 520, "2,3"),
        PrintedExam(2024, 12, "highest", "Fizika", 427, state: 450, "−2,3"),
    ]
}
