import Foundation
import Statistics
import Testing

/// What R gives for the same rows (base `cor.test`, and the intervals by their formulas).
private struct Reference: Decodable {
    struct Pearson: Decodable {
        let r: Double
        let t: Double
        let df: Int
        let p: Double
        let ci95: [Double]
    }
    struct Spearman: Decodable {
        let rho: Double
        let p_t_approx: Double
        let ci95_fisher_se_1_sqrt_nm3: [Double]
        let ci95_bonett_wright: [Double]
    }
    struct Kendall: Decodable {
        let tau_b: Double
        let z: Double
        let p: Double
        let ci95_fieller: [Double]
    }
    let n: Int?
    let pearson: Pearson?
    let spearman: Spearman?
    let kendall: Kendall?
    let x: [Double]?
    let y: [Double]?
}

@Suite(.enabled(if: SharedData.isPresent, "the folder of shared data is not there: set SEKME_DATA"))
struct ReferenceTests {
    private struct Case {
        let name: String
        let expected: Reference
        let x: [Double]
        let y: [Double]
    }

    private func cases() throws -> [Case] {
        let json = try SharedData.text("reference/correlations_R.json")
        let all = try JSONDecoder().decode([String: Reference].self, from: Data(json.utf8))
        let pupils = try SharedData.columns("pupils/student-por.csv")
        return try all.filter { $0.value.pearson != nil }.map { name, expected in
            let columns = name.split(separator: ":").last?.split(separator: "~").map(String.init) ?? []
            let x = try #require(expected.x ?? columns.first.flatMap { pupils[$0] })
            let y = try #require(expected.y ?? columns.last.flatMap { pupils[$0] })
            #expect(x.count == expected.n && y.count == expected.n)
            return Case(name: name, expected: expected, x: x, y: y)
        }
    }

    @Test func `Pearson's correlations of 649 pupils are those of R to nine digits`() throws {
        let cases = try cases()
        #expect(cases.count == 11)
        for entry in cases {
            let expected = try #require(entry.expected.pearson)
            let result = try #require(Correlation.pearson(entry.x, entry.y))
            #expect(close(result.estimate, expected.r, 1e-11), "\(entry.name)")
            #expect(close(result.statistic, expected.t, 1e-11), "\(entry.name)")
            #expect(result.degrees == expected.df && result.n == entry.expected.n)
            #expect(close(result.p, expected.p, 1e-10), "\(entry.name)")
            #expect(close(result.low, expected.ci95[0], 1e-11), "\(entry.name)")
            #expect(close(result.high, expected.ci95[1], 1e-11), "\(entry.name)")
        }
    }

    @Test func `Spearman's correlations and both intervals are those of R to nine digits`() throws {
        for entry in try cases() {
            let expected = try #require(entry.expected.spearman)
            let wide = try #require(Correlation.spearman(entry.x, entry.y))
            let narrow = try #require(Correlation.spearman(entry.x, entry.y, interval: .fisher))
            #expect(close(wide.estimate, expected.rho, 1e-11), "\(entry.name)")
            // One of them is 7e-315, a number of few digits in itself.
            #expect(
                close(wide.p, expected.p_t_approx, expected.p_t_approx < 1e-300 ? 1e-8 : 1e-10),
                "\(entry.name)"
            )
            let fisher = expected.ci95_fisher_se_1_sqrt_nm3
            #expect(close(narrow.low, fisher[0], 1e-11) && close(narrow.high, fisher[1], 1e-11))
            let bonett = expected.ci95_bonett_wright
            #expect(close(wide.low, bonett[0], 1e-11) && close(wide.high, bonett[1], 1e-11))
        }
    }

    @Test func `Kendall's correlations with ties are those of R to nine digits`() throws {
        for entry in try cases() {
            let expected = try #require(entry.expected.kendall)
            let result = try #require(Correlation.kendall(entry.x, entry.y))
            #expect(close(result.estimate, expected.tau_b, 1e-11), "\(entry.name)")
            #expect(close(result.statistic, expected.z, 1e-11), "\(entry.name)")
            #expect(close(result.p, expected.p, 1e-10), "\(entry.name)")
            #expect(close(result.low, expected.ci95_fieller[0], 1e-11), "\(entry.name)")
            #expect(close(result.high, expected.ci95_fieller[1], 1e-11), "\(entry.name)")
        }
    }
}
