Console.WriteLine("Prep");
