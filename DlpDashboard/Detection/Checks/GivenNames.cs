namespace DlpDashboard.Detection.Checks;

/// <summary>Given names of many regions, written down from general knowledge: the usual ones, not all. Those that are words or places too stand apart.</summary>
internal static class GivenNames
{
    private const string English =
        "Aaron Abigail Adam Adrian Agnes Aidan Alan Albert Alec Alex Alexander Alexandra Alexis Alfred Alice Alicia Alison Allan Allen Allison Alvin Alyssa Amanda Amelia Amy Andrea Andrew Andy Angela Angelina Anita Ann Anna Anne Annette Annie Anthony "
        + "Antonia April Arlene Arnold Arthur Ashley Audrey Barbara Barry Beatrice Becky Benjamin Bernard Bernice Bertha Beth Bethany Betty Beverly Blake Bobby Bonnie Bradley Brandi Brandon Brandy Brenda Brendan Brent Brett Brian Bridget Brittany Bruce Bryan Byron "
        + "Caitlin Caleb Calvin Cameron Candace Carl Carla Carlos Carol Caroline Carolyn Carrie Casey Cassandra Catherine Cathy Cecilia Cedric Charlene Charles Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina Christine Christopher Cindy Claire Clara "
        + "Clarence Claudia Clayton Clifford Clinton Cody Colin Colleen Connie Connor Constance Corey Courtney Craig Curtis Cynthia Daisy Damian Daniel Danielle Danny Darin Darlene Darrell Darren Daryl Dave David Dawn Deanna Debbie Deborah Debra Denise Dennis Derek "
        + "Derrick Diana Diane Dolores Dominic Donald Donna Doris Dorothy Douglas Duane Dustin Dwayne Dylan Edith Edna Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elijah Elizabeth Ella Ellen Elmer Elsie Emily Emma Eric Erica Erik Erika Erin Ernest Esther Ethan "
        + "Ethel Eugene Eva Evan Evelyn Felicia Felix Fernando Florence Frances Francis Francisco Frank Franklin Fred Frederick Gabriel Gabriella Gail Gareth Gary Gavin George Georgia Gerald Geraldine Gerard Gertrude Gina Gladys Glenda Glenn Gloria Gordon Graham Greg "
        + "Gregory Gwendolyn Hannah Harold Harriet Harry Harvey Hazel Heather Hector Heidi Helen Henry Herbert Herman Hilary Holly Howard Hugh Ian Ida Irene Isaac Isabel Isabella Isaiah Ivan Jack Jackie Jackson Jacob Jacqueline Jaime Jake James Jamie Jan Jane Janet Janice "
        + "Jared Jasmine Jason Javier Jay Jean Jeanette Jeanne Jeff Jeffery Jeffrey Jenna Jennifer Jenny Jeremiah Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Joan Joann Joanna Joanne Joe Joel John Johnny Jon Jonathan Jordan Jorge Jose Joseph Josephine Joshua "
        + "Joyce Juan Juanita Judith Judy Julia Julian Julie Justin Kaitlyn Karen Karl Kate Katelyn Katherine Kathleen Kathryn Kathy Katie Katrina Kayla Kaylee Keith Kelli Kelly Kelsey Ken Kenneth Kerry Kevin Kim Kimberly Kirk Kristen Kristi Kristin Kristina Kristy Kurt Kyle "
        + "Larry Latoya Laura Lauren Laurie Lawrence Leah Leon Leonard Leroy Leslie Lester Lewis Liam Lillian Linda Lindsay Lindsey Lisa Lloyd Logan Lois Lori Lorraine Louis Louise Lucas Lucille Lucy Luis Luke Lydia Lynn Mabel Mackenzie Madeline Madison Malcolm Marcia Marcus "
        + "Margaret Maria Marian Marie Marilyn Mario Marion Marissa Marjorie Marlene Marsha Marshall Martha Martin Marvin Mary Mathew Matt Matthew Maureen Maurice Megan Meghan Melanie Melinda Melissa Melvin Meredith Michael Michaela Micheal Michele Michelle Miguel Mike "
        + "Mildred Milton Mindy Minnie Miranda Misty Mitchell Molly Monica Monique Morgan Morris Myrtle Nancy Naomi Natalie Natasha Nathan Nathaniel Neil Nicholas Nicole Nina Noah Noel Nora Norma Norman Olivia Oliver Omar Oscar Owen Paige Pamela Patricia Patrick Patsy "
        + "Paul Paula Pauline Pedro Peggy Perry Peter Philip Phillip Phyllis Priscilla Rachael Rachel Ralph Ramon Randall Randy Raul Raymond Rebecca Regina Reginald Renee Ricardo Richard Rick Ricky Rita Robert Roberta Roberto Robin Rodney Roger Roland Ronald Ronnie Rosemary "
        + "Ross Roxanne Roy Ruben Russell Ruth Ryan Sabrina Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila Shelby Shelly Sheri Sherri Sherry Shirley Sidney Simon Sofia Sonia Sophia Sophie Spencer Stacey Stacy "
        + "Stanley Stephanie Stephen Steve Steven Stuart Susan Suzanne Sydney Sylvia Tamara Tammy Tanya Tara Taylor Ted Teresa Terrence Terry Thelma Theodore Theresa Thomas Tiffany Tim Timothy Tina Todd Tom Tommy Toni Tony Tonya Tracey Traci Tracy Travis Trevor Tricia "
        + "Troy Tyler Valerie Vanessa Vera Vernon Veronica Vicki Vickie Vicky Victoria Vincent Viola Virginia Vivian Walter Wanda Warren Wayne Wendy Wesley Whitney William Willie Wilma Yolanda Yvette Yvonne Zachary Zoe";

    private const string European =
        "Alain Alessandra Alessandro Alfonso Alfredo Alma Alonso Alvaro Amalia Amelie Anders Anja Anneli Annika Antoine Antonio Armando Arnaud Arne Arturo Astrid Attila Beata Beatriz Benedikt Benoit Bernd Birgit Bjarne Bogdan Boris Brigitte Camille Carmen Carsten Catarina "
        + "Cecile Celine Cesar Chantal Chiara Christophe Claus Corinne Cristina Damien Daniela Danuta Davide Detlef Didier Diego Dieter Dimitri Dirk Dominika Dorota Dragan Eduard Elisabeth Elke Emanuele Emil Emilia Emilie Emilio Emmanuel Enrico Enrique Ernst Esteban Etienne "
        + "Ewa Fabian Fabio Fabrice Federico Felipe Filip Florian Francesca Francesco Franck Francois Franz Frederik Friedrich Gabriele Gaston Genevieve Georg Georges Gerhard Gilles Giorgio Giovanni Giulia Giuseppe Goran Grzegorz Guido Guillaume Guillermo Gunnar Gunther "
        + "Gustav Gustavo Hanna Hannes Hans Heiko Heinrich Heinz Helga Helmut Henri Henrik Henrike Hermann Horst Hubert Ignacio Igor Ilona Ilse Inga Ingrid Irina Isabelle Istvan Jacek Jacques Jadwiga Jakob Jakub Janina Janos Janusz Jaroslav Jens Jerome Jerzy Joachim Joanna "
        + "Joao Jochen Johan Johann Johanna Johannes Jonas Joost Josef Julien Juliette Jurgen Kai Karin Karsten Katarina Katarzyna Katja Katrin Klaus Konrad Kristian Kristina Krystyna Krzysztof Lars Laszlo Laurent Leif Lena Leonardo Loic Lorenzo Luca Lucia Luciano Ludwig "
        + "Lukas Maciej Magdalena Magnus Malgorzata Manfred Manon Manuel Manuela Marc Marcel Marcin Marco Marek Margarita Margit Marianne Marijke Marius Marko Markus Marta Martina Massimo Mateusz Mathias Mathieu Matteo Matthias Maurizio Mehmet Mercedes Michal Michel Miroslav "
        + "Monika Nadia Nadine Nathalie Nicola Nicolas Niels Nikolai Nikolaus Nils Olaf Ole Olga Olivier Ondrej Paolo Pascal Patrice Patrizia Pavel Pawel Petra Philipp Philippe Pierre Pilar Piotr Rafael Rainer Ralf Raphael Reinhard Renate Rene Riccardo Roman Rosa Rudolf "
        + "Ryszard Sabine Salvatore Sandrine Santiago Sebastian Sebastien Serge Sergei Siegfried Sigrid Silvia Simone Slawomir Sonja Stanislaw Stefan Stefania Stefano Steffen Susanne Sven Svetlana Sylvain Sylvie Tatiana Tatjana Thierry Thorsten Tobias Tomasz Torsten Ulrich "
        + "Ulrike Ursula Uwe Valentina Veronika Vincenzo Vladimir Volker Walther Werner Wilhelm Willem Wojciech Wolfgang Xavier Yannick Yves Zbigniew Zdenek Zoltan Zuzana André Björn Cécile Émile François Gérard Günter Hélène Jérôme Jörg José Jürgen Léa Loïc Mónica Nuño Rémi "
        + "René Sébastien Sofía Søren Thérèse Jesús María Martín Raúl Rubén Tomás Verónica Andrés Ángel Ramón Joaquín Iván Óscar Álvaro Mikael Mikko Antti Juha Jukka Kari Timo Heikki Matti Pekka Aino Eero Kaisa Liisa Aleksander Aleksandr Aleksei Alexei Andrei Anastasia Dmitry "
        + "Dmitri Ekaterina Evgeny Ksenia Ludmila Maxim Mikhail Natalia Nikita Oksana Oleg Pyotr Vadim Vasily Viktor Vitaly Vyacheslav Yekaterina Yulia Yuri Hristo Georgi Ivana Jelena Jovana Milan Milica Milos Nenad Nikola Petar Slobodan Zoran Dusan Tihomir Vesna";

    private const string Worldwide =
        "Aarav Abdul Abdullah Abdulrahman Abebe Adaeze Adebayo Aditya Adnan Ahmad Ahmed Aisha Ajay Akiko Akira Amina Amir Amit Amitabh Anand Anil Anjali Ankit Anwar Aparna Arjun Arun Asha Ashok Ayesha Aylin Ayodele Ayse Babajide Bashir Bilal Burak Chandra Chidi Chinedu "
        + "Chioma Deepa Deepak Deepika Dhruv Divya Eiji Ebru Elif Emeka Emre Fatima Fatma Farah Farid Farhan Fumiko Ganesh Gaurav Gita Gulsen Habib Hamza Harish Haruki Haruka Harumi Hasan Hassan Hideki Hideo Hiro Hiroshi Huseyin Hussein Ibrahim Ifeoma Imran Isamu Ismail "
        + "Jamal Jamila Jiho Jihoon Jyoti Kamal Kamala Karim Kavita Kazuko Kazuo Keiko Kemal Kenji Khadija Khalid Kiran Krishna Kumar Kwame Lakshmi Latifa Layla Leila Mahesh Mahmoud Malik Manish Manoj Mariam Maryam Masako Masao Meera Mehdi Michiko Minh Mohamed Mohammad Mohammed "
        + "Mohan Mohsin Muhammad Murat Mustafa Nabil Nadeem Naoko Narendra Nasser Neha Ngozi Nguyet Nikhil Nisha Nkechi Noor Obinna Oluwaseun Omer Osman Padma Parvati Pooja Prakash Pranav Prasad Priya Rahul Raj Rajesh Rajiv Rakesh Ramesh Rania Rashid Ravi Ritu Rohan Rohit Sachin "
        + "Sadia Said Salim Salma Samir Sandeep Sanjay Santosh Satoshi Selim Shabnam Shankar Shanti Shigeru Shinji Shobha Siddharth Sneha Sota Suleiman Sunil Sunita Suresh Swati Takashi Takeshi Tariq Tatsuya Temitope Tomoko Tunde Umar Usha Usman Vijay Vikram Vinod Vishal Wei Xiaoming "
        + "Xin Yasmin Yasuo Yoko Yoshiko Yoshio Youssef Yuki Yukiko Yusuf Zahra Zainab Zeynep Jing Lei Hui Jun Feng Ming Ying Yan Fang Qiang Xiu Thi Huong Linh Duc Tuan Jisoo Minjun Seojun Soyeon Sunghoon Youngho Adaora Folake Kofi Kwabena Ama Akosua Wanjiku Otieno Njoroge Thabo "
        + "Sipho Nomsa Lindiwe Bongani Thandi Moses Beatriz Thiago Joao Luiz Paulo Fernanda Juliana Mariana Rodrigo Vinicius Caio Ximena Alejandra Alejandro Guadalupe Lupita Socorro Marisol Graciela Ernesto Gerardo Hernan Ignacia Rogelio Hugo Pablo Sebastiana";

    /// <summary>Names that mean something else more often than not when they stand alone: words, months, places, brands.</summary>
    private const string AlsoWords =
        "April Ashley Blake Chelsea Christian Chase Dawn Drew Frank Gene Georgia Hazel Holly Jackson Jordan Joy Madison Mark May June Grace Hope Rose Bill Rob Art Dale Dean Grant Max Pat Ray Sue Wade Miles Penny Amber Crystal Ruby Victor Guy Earl Ivy Lily Violet Olive Sandy "
        + "Angel Charity Faith Harmony Melody Summer Autumn Brook Cliff Clay Dusty Ford Hunter Lance Mason Pierce Reed Rocky Rusty Skip Stone Ward Bob Dan Don Jean Jan Jesus Kay Kim Kit Lee Les Ben Rich Nick Will Sky Star Tiger Virginia Victoria Carolina Paris Florence Sydney Austin Dallas "
        + "Milan Roman Rosa Marina Magnolia Kelvin Linux Said Noor Ming Wei Xin Jun Lei Hui Ama Thi Duc Fang Yan Jing Ying Feng Chandra Lincoln Troy Perry Kirk Ross Warren Norm Ali Ana Leo Kai Ole Ida Eva Eli Sam Tim Tom Ted Jim Joe Jay Jon Ken Ian Roy Raj Ann Amy Mike Jack Jake Alex Luke "
        + "Tara Misty Brandy Candy Ginger Robin Martin Morgan Taylor Logan Cameron Kelly Franklin Marshall Allen Alan Casey Spencer Harvey Ernest Curtis Constance Viola Myrtle Patsy Bonnie Gordon Graham Malik Hugo Pascal Julia Ruby Perl Python Java Scala Alma Prasad Kumar Malcolm Pierre Salvador Santiago Felix "
        + "Igor Moses Noel Regina Carmen Lorenzo Helena Sofia Adelaide Charlotte Marion Regis Lourdes Mercedes Fatima Emmanuel Gloria Omega Stella Aurora Diana Delta Iris Jade Pearl Rosemary Heather Daisy Dolores Angelina Isabel Elena Nora Nina Vera Cody Bruce Stuart Clinton Wayne";

    private static readonly WordHashes All = WordHashes.Of(English, European, Worldwide, AlsoWords);

    private static readonly WordHashes Words = WordHashes.Of(AlsoWords);

    /// <summary>Names that count alone.</summary>
    public static IReadOnlyList<string> Plain { get; } =
        [.. new[] { English, European, Worldwide }.SelectMany(WordHashes.Split).Distinct(StringComparer.Ordinal).Except(WordHashes.Split(AlsoWords), StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a word is a given name.</summary>
    public static bool Has(ReadOnlySpan<byte> word) => All.Has(word);

    /// <summary>Whether a given name is a word or place too.</summary>
    public static bool IsWord(ReadOnlySpan<byte> name) => Words.Has(name);
}
