internal import Frame
internal import Kernel

/// The state's published mean where a mean result is of one work alone: of several works there is no mean of the state.
enum StateOfMeasure: BenchmarkSource {
    /// The measures of which the state's mean of a work is the same number.
    private static let measures: Set<String> = [
        "assessments/result", "assessments/exam-result", "assessments/outside-result",
    ]

    static func benchmarks(of measure: String, _ question: Question) throws -> [Benchmark] {
        guard measures.contains(measure) else { return [] }
        let (tenant, connection, selection) = (question.tenant, question.connection, question.selection)
        if let id = selection.assessment {
            guard let test = try AssessmentBook.find(id, tenant, connection) else { return [] }
            let means = try StateMeans.load(tenant, connection)
            guard let own = test.stateMean else {
                return [benchmark(of: Work(test), means, question, in: test.year)].compactMap { $0 }
            }
            return [benchmark(own, source: test.words)]
        }
        guard let work = try onlyWork(measure, question) else { return [] }
        return [benchmark(of: work, try StateMeans.load(tenant, connection), question)].compactMap { $0 }
    }

    /// The state's mean of a work; nil where none is known.
    static func benchmark(
        of work: Work,
        _ means: StateMeans,
        _ question: Question,
        in year: SchoolYear? = nil
    ) -> Benchmark? {
        guard let mean = means.mean(work, in: year ?? question.selection.year) else { return nil }
        let topic = work.topic(question.members)
        guard !mean.source.isEmpty else { return benchmark(mean.hundredths, source: topic) }
        return benchmark(mean.hundredths, source: topic + Text(same: " – \(mean.source)"))
    }

    private static func benchmark(_ hundredths: Int, source: Text) -> Benchmark {
        Benchmark(.state, Text(lv: "Valstī", en: "State"), hundredths: hundredths, source: source)
    }

    /// The one work that all results of the board are of, within the grade and subject asked for; nil where they are of
    /// several.
    private static func onlyWork(_ measure: String, _ question: Question) throws -> Work? {
        var wide = question.selection.wholeYear
        (wide.institution, wide.classGroup, wide.teacher, wide.pupil) = (nil, nil, nil, nil)
        wide.compared = []
        wide.reach = .all
        let keys = try question.figures(measure, over: Work.dimensions, in: wide).keys
        let works = Set(keys.compactMap { Work(key: $0) })
        return works.count == 1 ? works.first : nil
    }
}
