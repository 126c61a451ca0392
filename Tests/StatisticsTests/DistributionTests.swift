import Statistics
import Testing

// The expected values were computed with thirty digits by an independent library (mpmath).
@Suite struct DistributionTests {
    @Test(arguments: [
        (1, 1, 0.5), (0.001, 1, 0.99936338043983888), (2.5, 2, 0.12961172022151081),
        (1.96, 5, 0.10728795250529417), (3, 30, 0.0053899640656519466), (10, 30, 4.5752514082296132e-11),
        (0.01, 647, 0.99202436994409676), (2, 647, 0.045917809358763319), (40, 647, 4.5053895259986007e-177),
        (1.5, 1e6, 0.13361471823679277), (5, 1e6, 5.7339978708907416e-7), (1e-8, 10, 0.99999999221783232),
        (2, 2.5, 0.15739149575796599), (0.5, 0.5, 0.75731807292943663), (3, 21, 0.0068218258139706102),
    ])
    func `both tails of t keep ten digits`(t: Double, degrees: Double, p: Double) {
        #expect(close(StudentT.twoSided(t, degrees: degrees), p, 1e-11))
        #expect(close(StudentT.twoSided(-t, degrees: degrees), p, 1e-11))
        #expect(close(StudentT.cdf(-t, degrees: degrees), p / 2, 1e-11))
        #expect(close(StudentT.cdf(t, degrees: degrees), 1 - p / 2, 1e-11))
    }

    @Test func `t is defined at its ends and nowhere else`() {
        #expect(StudentT.twoSided(.infinity, degrees: 3) == 0)
        #expect(StudentT.cdf(.infinity, degrees: 3) == 1)
        #expect(StudentT.cdf(-.infinity, degrees: 3) == 0)
        #expect(StudentT.cdf(0, degrees: 3) == 0.5)
        #expect(StudentT.cdf(1, degrees: 0) == nil)
        #expect(StudentT.cdf(.nan, degrees: 3) == nil)
    }

    @Test func `t with one degree of freedom and with two has a closed form`() {
        for t in stride(from: -30.0, through: 30, by: 0.7) {
            #expect(close(StudentT.cdf(t, degrees: 2), 0.5 + t / (2 * (2 + t * t).squareRoot()), 1e-10))
        }
    }

    @Test(arguments: [
        (0, 0.5), (-1, 0.15865525393145705), (1.96, 0.97500210485177956), (-8, 6.2209605742717841e-16),
        (-20, 2.7536241186062337e-89), (-37, 5.7255712225245768e-300), (3, 0.99865010196836991),
    ])
    func `the normal distribution keeps its digits in both tails`(z: Double, p: Double) {
        #expect(close(Normal.cdf(z), p, 1e-12))
        #expect(close(Normal.twoSided(z), 2 * min(p, 1 - p), z > 0 ? 1e-10 : 1e-12))
    }

    @Test(arguments: [
        (0.975, 1.9599639845400542), (0.025, -1.9599639845400542), (0.9, 1.2815515655446005),
        (1e-5, -4.2648907939228246), (1e-20, -9.2623400897984076), (1e-300, -37.047096299361199),
        (0.999, 3.0902323061678135), (0.3, -0.52440051270804078), (0.48, -0.050153583464733616),
    ])
    func `the normal quantile is exact`(p: Double, z: Double) {
        #expect(close(Normal.quantile(p), z, 1e-13))
    }

    @Test func `the normal quantile and distribution undo each other`() {
        for step in 1..<1_000 {
            let p = Double(step) / 1_000
            #expect(close(Normal.quantile(p).map(Normal.cdf), p, 1e-14))
        }
        #expect(Normal.quantile(0) == -.infinity && Normal.quantile(1) == .infinity)
        #expect(Normal.quantile(-0.1) == nil && Normal.quantile(.nan) == nil)
    }

    /// Two-sided 5 % points of Student's t, as every table of it has them.
    @Test(arguments: [(1.0, 12.706), (4, 2.776), (10, 2.228), (29, 2.045), (1_000_000, 1.960)])
    func `the bounds of 95 per cent are those of the tables`(degrees: Double, point: Double) throws {
        let bound = try #require(StudentT.bound95(degrees: degrees))
        #expect(abs(bound - point) < 0.000_6)
        #expect(StudentT.bound95(degrees: 0) == nil)
    }
}
