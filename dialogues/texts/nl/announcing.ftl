# Een activiteit aankondigen.
