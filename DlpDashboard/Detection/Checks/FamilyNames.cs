namespace DlpDashboard.Detection.Checks;

/// <summary>Family names of many regions, written down from general knowledge: the usual ones, not all; and words that are none though they stand behind a given name in capitals.</summary>
internal static class FamilyNames
{
    private const string English =
        "Adams Alexander Allen Anderson Andrews Armstrong Arnold Atkinson Austin Bailey Baker Baldwin Ball Banks Barker Barnes Barnett Barrett Bates Becker Bell Bennett Berry Bishop Black Boyd Bradley Brewer Brooks Brown Bryant Burke Burns Burton Butler Byrd Caldwell Campbell Carlson "
        + "Carpenter Carr Carroll Carter Chambers Chandler Chapman Clark Clarke Cohen Cole Coleman Collins Cook Cooper Cox Craig Crawford Cruz Cunningham Curtis Daniels Davidson Davies Davis Dawson Dean Dixon Douglas Doyle Duncan Dunn Edwards Elliott Ellis Evans Ferguson Fields Fisher "
        + "Fitzgerald Fleming Fletcher Ford Foster Fowler Fox Francis Franklin Frazier Freeman Fuller Gardner Garrett George Gibson Gilbert Gordon Graham Grant Graves Gray Green Greene Griffin Griffith Hall Hamilton Hansen Hanson Harper Harris Harrison Hart Harvey Hawkins Hayes Henderson "
        + "Henry Hicks Higgins Hill Hoffman Holland Holmes Holt Hopkins Horton Howard Howell Hudson Hughes Hunt Hunter Jackson Jacobs James Jenkins Jennings Jensen Johnson Johnston Jones Jordan Joseph Kelley Kelly Kennedy Kerr Kim King Klein Knight Lambert Lane Larson Lawrence Lawson Lee "
        + "Lewis Lim Lincoln Little Long Lowe Lucas Lynch Lyons Marsh Marshall Martin Mason Matthews May McCarthy McCoy McDonald McKenzie Meyer Miles Miller Mills Mitchell Montgomery Moore Morales Morgan Morris Morrison Murphy Murray Myers Nelson Newman Newton Nichols Norris Oliver Olson "
        + "Owens Palmer Parker Parsons Patel Patterson Payne Pearson Perkins Perry Peters Peterson Phillips Pierce Porter Powell Powers Price Quinn Ramsey Ray Reed Reid Reynolds Rhodes Rice Richards Richardson Riley Rivera Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Sanders "
        + "Saunders Schmidt Schneider Schultz Scott Shaw Shelton Simmons Simpson Sims Singh Smith Snyder Soto Spencer Stanley Stephens Stevens Stevenson Stewart Stone Sullivan Sutton Taylor Terry Thomas Thompson Thomson Tucker Turner Wade Wagner Walker Wallace Walsh Walters Ward Warren "
        + "Washington Watkins Watson Watts Weaver Webb Weber Webster Welch Wells West Wheeler White Wilkinson Williams Williamson Willis Wilson Wood Woods Wright Young";

    private const string Worldwide =
        "Abe Abdi Abdullah Adeyemi Aguilar Ahmed Akhtar Ali Almeida Alonso Alvarez Alves Andersen Andersson Araujo Bauer Becker Benitez Berg Bernard Bianchi Blanc Bonnet Bos Bruno Cabrera Campos Cardoso Carvalho Castillo Castro Chan Chang Chaudhry Chavez Chen Cheng Choi Chowdhury Colombo "
        + "Contreras Cortez Costa Cruz Dasgupta Delgado Diaz Diallo Dias Dubois Dupont Durand Eriksson Esposito Espinoza Estrada Fernandes Fernandez Ferrari Ferreira Fischer Flores Fontana Fournier Franco Fuentes Fujita Garcia Garnier Gauthier Girard Gomes Gomez Gonzales Gonzalez Goncalves Greco "
        + "Guerrero Gupta Gutierrez Guzman Haas Hahn Hansson Hartmann Hassan Hernandez Herrera Hoang Hofmann Hong Horvat Hossain Hussain Ibrahim Inoue Ito Ivanov Ivanova Jansen Jansson Jimenez Johansen Johansson Kamau Kang Kapoor Karlsson Kato Keller Khan Kobayashi Koch Koslov Kovac Kovacs Kowalski "
        + "Krause Krueger Kumar Kuznetsov Lange Larsen Larsson Laurent Leclerc Lefebvre Lehmann Leon Leroy Lind Lindberg Lopes Lopez Lorenz Lundberg Lundgren Machado Maier Maldonado Marques Martinez Martins Mbeki Medina Mehta Mendes Mendez Mendoza Mensah Merkel Mohamed Molina Moreau Moreira Moreno "
        + "Moretti Morin Moser Mueller Mukherjee Nair Nakamura Navarro Neumann Nguyen Nielsen Nilsson Novak Nowak Nunes Nunez Okafor Okeke Okonkwo Oliveira Olsen Olsson Ortega Ortiz Osei Osman Otieno Park Pedersen Pena Pereira Perez Petersen Petit Petrov Petrova Pham Pinto Popescu Popov Ramirez Ramos "
        + "Rao Rasmussen Reddy Reyes Ribeiro Ricci Richter Rinaldi Rios Rizzo Rocha Rodrigues Rodriguez Rojas Romano Romero Rossi Rousseau Roux Ruiz Russo Saito Salazar Sanchez Sandoval Santiago Santos Sato Schaefer Schmitt Schmitz Schroeder Schulz Schulze Schwarz Serrano Sharma Shah Silva Simon Singh "
        + "Smirnov Sokolov Soares Solberg Souza Stein Suzuki Svensson Takahashi Tanaka Tran Torres Toth Varga Vargas Vasquez Vaz Vega Velasco Verma Vidal Vieira Vogel Volkov Watanabe Werner Winkler Wolf Wolff Yadav Yamada Yamamoto Yilmaz Yoshida Zapata Zhang Zhao Zhou Zimmermann Müller Schäfer Schröder "
        + "Krüger Köhler García Hernández López Martínez González Rodríguez Fernández Sánchez Pérez Gómez Díaz Álvarez Jiménez Muñoz Gutiérrez Núñez Ramírez Araújo Gonçalves Kovács Novák Svoboda Dvořák Sørensen Kjær Şahin Yılmaz Kaya Demir Çelik Öztürk Virtanen Korhonen Nieminen Mäkinen Hämäläinen "
        + "Papadopoulos Papadakis Georgiou Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Wozniak Dabrowski Janssen Bakker Visser Smit Meijer Mulder Peeters Jacobs Maes Willems Goossens Wouters Dahl Lie Hagen Berge Haugen Bakke Moen Strand Lund";

    private const string Others =
        "Street Road Avenue Lane Drive Boulevard Square Park Place Court Bridge River Lake Island Islands Mountain Valley Beach Bay County City Town State States Kingdom Republic Province District Airport Station Hospital School College University Institute Foundation Society Church Museum Library "
        + "Company Corp Corporation Inc Ltd Llc Gmbh Group Holdings Partners Bank Insurance Press Media Studio Studios Records Award Awards Prize Cup League Club Team Center Centre Hall House Building Tower Hotel Restaurant Bar Cafe Shop Store Market Software Systems System Server Service Services Project "
        + "Version Edition Release License Licence Software Windows Linux Unix Java Script Studio Visual Office Code Error Warning Note Example Chapter Section Table Figure Appendix Page Index Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
        + "October November December The This That These Those There Then When Where What Who Why How And But For With From Into Are Was Were Has Have Had Will Would Could Should May Might Must Can Cannot Not Its His Her Their Our Your You They She Said Says Please Thanks Regards Day Night Week Month Year "
        + "Time Standard Theorem Lemma Law Laws Rule Algorithm Equation Function Method Model Distribution Process Matrix Number Numbers Transform Test Tests File Files Size Value Values Name Names Type Types List Set Map Key Keys Only Also Foundation Public General Library Manual Guide Reference Network Protocol Language "
        + "Union Army Navy Force Police Government Ministry Department Office Agency Commission Committee Council Court Parliament Congress Senate Party War Peace Prize American English French German Spanish Italian Russian Chinese Japanese European African Asian Apt Apartment Suite Flat Unit Box North South East West New Old Great Saint San Los Las";

    private static readonly WordHashes All = WordHashes.Of(English, Worldwide);

    private static readonly WordHashes NotNames = WordHashes.Of(Others);

    /// <summary>Whether a word is a family name.</summary>
    public static bool Has(ReadOnlySpan<byte> word) => All.Has(word);

    /// <summary>Whether a word in capitals is no name: a street, a firm, a month, the beginning of a sentence.</summary>
    public static bool IsOther(ReadOnlySpan<byte> word) => NotNames.Has(word);
}
