internal import Frame
internal import Kernel

/// How the numbers of a correlation are made, and the sums that they rest on.
enum CorrelationMaking {
    private static let measures = ["attendance/missed", "attainment/mark"]

    static let estimate = NumberMaking(
        Text(
            lv: """
                Pāri: katra izglītojamā kavētās stundas un vidējais vērtējums. Pīrsona r ir kovariācija, dalīta ar abu \
                standartnoviržu reizinājumu. Spīrmena ρ ir Pīrsona r no rangiem; vienādām vērtībām ir to vidējais rangs. \
                Kendala τ-b ir vienādi un pretēji sakārtoto pāru starpība, dalīta ar pāru skaitu un labota par vienādām \
                vērtībām. Noapaļots līdz tuvākajam, pusi – uz augšu pēc absolūtās vērtības.
                """,
            en: """
                Pairs: the lessons missed and the mean mark of each pupil. Pearson’s r is the covariance over the product \
                of both standard deviations. Spearman’s ρ is Pearson’s r of ranks; equal values have their mean rank. \
                Kendall’s τ-b is pairs in the same order less pairs in the opposite one, over their number, corrected for \
                equal values. Rounded to the nearest, a half away from zero.
                """
        ),
        of: ["n"],
        measures: measures
    )

    static let interval = NumberMaking(
        Text(
            lv: """
                95 % ticamības intervāls pēc Fišera pārveidojuma: tanh(artanh r ± 1,96 · kļūda); kļūda atkarīga no \
                koeficienta veida un izglītojamo skaita n.
                """,
            en: """
                The 95% confidence interval by Fisher’s transformation: tanh(artanh r ± 1.96 · error); the error depends on \
                the kind of coefficient and the number of pupils n.
                """
        ),
        of: ["estimate", "n"],
        measures: measures
    )

    static let probability = NumberMaking(
        Text(
            lv: """
                Varbūtība iegūt vismaz tikpat lielu koeficientu, ja saistības nebūtu: Pīrsonam un Spīrmenam pēc Stjudenta t, \
                Kendalam pēc normālā sadalījuma z.
                """,
            en: """
                The probability of a coefficient at least as far from zero if there were no connection: by Student’s t for \
                Pearson and Spearman, by the normal z for Kendall.
                """
        ),
        of: ["estimate", "n"],
        measures: measures
    )

    static let pupils = NumberMaking(
        Text(
            lv: "Izglītojamie, par kuriem zināmas gan kavētās stundas, gan vismaz viens vērtējums.",
            en: "Pupils whose lessons missed are known and who have at least one mark."
        ),
        measures: measures
    )

    /// The sums over pupils: of lessons missed and of mean marks, in hundredths.
    ///
    /// They are for readers of single points: to others a sum would tell more than the coefficient.
    static func parts(_ points: [PupilPoint]) -> [NumberPart] {
        let lessons = points.reduce(0) { $0 + $1.lessons }
        let marks = points.reduce(0) { sum, point in
            sum + (Exact.divide(point.mark.numerator, by: point.mark.denominator) ?? 0)
        }
        return [
            NumberPart(Text(lv: "Pāri (n)", en: "Pairs (n)"), points.count),
            NumberPart(Text(lv: "Kavēto stundu summa", en: "Sum of lessons missed"), lessons),
            NumberPart(
                Text(lv: "Vidējo vērtējumu summa", en: "Sum of mean marks"),
                marks,
                decimals: 2
            ),
        ]
    }
}
