internal import Frame
internal import Kernel
internal import Registry

/// Status and score of a line.
struct ResultValues {
    let values: LineValues<ResultsTable.Field>

    /// The status; without a word the line's numbers say that the pupil took part.
    func status() -> ResultStatus? {
        let text = values.text(.status)
        guard !text.isEmpty else {
            guard values.text(.points).isEmpty, values.text(.percent).isEmpty else { return .took }
            reject(ResultProblem.nothing, .points)
            return nil
        }
        guard let status = ResultStatus(written: text) else {
            reject(ResultProblem.status(text), .status)
            return nil
        }
        return status
    }

    /// The score; nil where its numbers cannot be read, do not agree, or stand where there can be none.
    func score(_ status: ResultStatus, _ assessment: Assessment, _ part: AssessmentPart) -> Score? {
        let hasNumbers = !values.text(.points).isEmpty || !values.text(.percent).isEmpty
        switch status {
        case .absent, .exempt:
            guard !hasNumbers else {
                reject(ResultProblem.notThere, .status)
                return nil
            }
            return Score.none
        case .took:
            guard hasNumbers else {
                reject(ResultProblem.nothing, .points)
                return nil
            }
        case .notCounted: break
        }
        guard let points = points(), let percent = percent(), let most = most(points.most, part) else {
            return nil
        }
        do throws(Score.Fault) {
            return try Score(
                points: points.points,
                most: most,
                percent: percent,
                isWhole: assessment.sort.kind == .centralExam && part.number == 0
            )
        } catch {
            reject(ResultProblem.score(error), error == .tooHigh ? .percent : .points)
            return nil
        }
    }

    /// Points, with the most of them where they are written as `49/60`; nil inside where the field is blank.
    private func points() -> (points: Int?, most: Int?)? {
        let text = values.text(.points)
        guard !text.isEmpty else { return (nil, nil) }
        let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        do throws(ParseFault) {
            let points = try Parse.decimal(sides[0], decimals: 2)
            let most = sides.count > 1 ? try Parse.decimal(sides[1], decimals: 2) : nil
            guard points >= 0, (most ?? 0) >= 0 else { throw .outOfRange }
            return (points, most)
        } catch {
            reject(Problem(error, value: text), .points)
            return nil
        }
    }

    private func percent() -> Int?? {
        let text = values.text(.percent)
        guard !text.isEmpty else { return .some(nil) }
        guard let percent = try? Parse.percent(text, decimals: 2), (0...ResultCells.full).contains(percent)
        else {
            reject(AssessmentProblem.percent(text), .percent)
            return nil
        }
        return .some(percent)
    }

    /// The most points: those of the line, which may be of a variant, else those of the register; nil where the line
    /// says two numbers.
    private func most(_ written: Int?, _ part: AssessmentPart) -> Int? {
        let given = values.decimal(.most, decimals: 2)
        if given == nil, !values.text(.most).isEmpty { return nil }
        if let written, let given, written != given {
            reject(ResultProblem.most, .most)
            return nil
        }
        return written ?? given ?? part.most
    }

    private func reject(_ problem: Problem, _ field: ResultsTable.Field) {
        values.run.staging.reject(problem, at: values.place(of: field))
    }
}

extension ResultStatus {
    /// The status that a text means, by its stable word or as schools write it.
    init?(written text: String) {
        switch LatvianKey.search(text) {
        case LatvianKey.search(ResultStatus.took.code), "kartoja", "piedalijas", "ir": self = .took
        case LatvianKey.search(ResultStatus.absent.code), "nepiedalijas", "neieradas", "nekartoja", "n":
            self = .absent
        case LatvianKey.search(ResultStatus.exempt.code), "atbrivots", "atbrivota", "a": self = .exempt
        case LatvianKey.search(ResultStatus.notCounted.code), "neieskaita", "neieskaitits": self = .notCounted
        default: return nil
        }
    }
}

/// What can be wrong with the numbers of a result.
enum ResultProblem {
    static let nothing = Problem(
        "result.nothing",
        Text(lv: "Rindā nav ne punktu, ne procentu.", en: "The line has neither points nor a per cent."),
        advice: Text(
            lv: "Ierakstiet rezultātu vai statusu: absent, exempt vai not-counted.",
            en: "Enter the result, or a status: absent, exempt or not-counted."
        )
    )
    static let notThere = Problem(
        "result.notThere",
        Text(
            lv: "Izglītojamais darbu nav kārtojis, bet rindā ir rezultāts.",
            en: "The pupil did not take the work, yet the line has a result."
        ),
        advice: Text(
            lv: "Izlabojiet statusu vai dzēsiet rezultātu.",
            en: "Mend the status, or take the result out."
        )
    )
    static let most = Problem(
        "result.maxPoints",
        Text(
            lv: "Rindā ir divi dažādi maksimālo punktu skaiti.",
            en: "The line has two different numbers of most points."
        ),
        advice: Text(lv: "Atstājiet vienu no tiem.", en: "Keep one of them.")
    )

    static func status(_ text: String) -> Problem {
        Problem(
            "result.status",
            value: text,
            Text(lv: "Nav šāda statusa.", en: "There is no such status."),
            advice: Text(
                lv: "Rakstiet took, absent, exempt vai not-counted.",
                en: "Write took, absent, exempt or not-counted."
            )
        )
    }

    static func part(_ text: String) -> Problem {
        Problem(
            "assessment.part",
            value: text,
            Text(lv: "Pārbaudes darbam nav šādas daļas.", en: "The assessment has no such part."),
            advice: Text(
                lv: "Vispirms importējiet pārbaudes darba daļas.",
                en: "Import the parts of the assessment first."
            )
        )
    }

    static func score(_ fault: Score.Fault) -> Problem {
        switch fault {
        case .tooMany:
            Problem(
                "result.tooMany",
                Text(lv: "Punktu ir vairāk par maksimālo.", en: "There are more points than the most."),
                advice: Text(lv: "Pārbaudiet punktus.", en: "Check the points.")
            )
        case .noMost:
            Problem(
                "result.noMost",
                Text(lv: "Nav zināmi maksimālie punkti.", en: "The most points are not known."),
                advice: Text(
                    lv: "Norādiet tos rindā vai pārbaudes darbu sarakstā.",
                    en: "Give them in the line or in the list of assessments."
                )
            )
        case .contradiction:
            Problem(
                "result.contradiction",
                Text(lv: "Procenti neatbilst punktiem.", en: "The per cent does not agree with the points."),
                advice: Text(lv: "Pārbaudiet abus skaitļus.", en: "Check both numbers.")
            )
        case .tooHigh: AssessmentProblem.percent("")
        }
    }
}
