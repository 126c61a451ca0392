extension FormatSample {
    /// Programmes and their money.
    static let plans: [FormatSample] = [
        FormatSample(
            format: "action-programmes",
            text: """
                programme;row;number;parent;name;aim;result;level;responsible;years;from;to;type;state;decision;date;protocol;doer
                MP;programma;;;Mazā programma;Katrs mācās;Neviens neaiziet;;;;01.01.2024.;31.12.2026.;prevention;approved;97;16.12.2023.;Nr. 16, 2. §;
                MP;iesaistītā puse;1;;Izglītības iestādes;;Redz un palīdz;;;;;;every-institution;;;;;
                MP;mērķis;1;;Vecāki līdzdarbojas;;;universal;;;;;;;;;;
                MP;aktivitāte;1.1;1;Lekcijas vecākiem;Zināšanas;2–3 lekcijas gadā katrā iestādē;;Izglītības iestādes;2024–2026;;;;;;;;
                MP;uzdevums;1.1.1;1.1;Vecāku aptauja;;;;;;01.01.2024.;31.08.2024.;;;;;;Izglītības iestādes
                """
        ),
        FormatSample(
            format: "programme-budget",
            text: """
                Nr.;Pasākums;2027;2028;Kopā
                1;Atbalsts izglītojamajiem;1500;2000;3500
                1.1;Mentori;1000;1500;2500
                1.2;Nometne;500;500;1000
                ;Kopā;1500;2000;3500
                """
        ),
    ]
}
