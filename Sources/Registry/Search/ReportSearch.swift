import Frame
import Kernel

/// Finds reports that the asker may read, by their titles in either language.
struct ReportSearch {
    let desk: Desk
    let language: Language

    func find(_ words: SearchWords, into answer: inout SearchAnswer) {
        for room in desk.house.rooms {
            for report in room.reports where words.match(anyOf: report.title) {
                guard !desk.asker.reach(report.permission, on: desk.today).isEmpty else { continue }
                answer.add(
                    SearchHit(
                        kind: .report,
                        id: answer.hits.count,
                        name: report.title[language],
                        place: room.title[language],
                        way: "/reports/\(room.name)/\(report.name)"
                    )
                )
            }
        }
    }
}
